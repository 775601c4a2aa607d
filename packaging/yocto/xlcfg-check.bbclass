# Checks the Xen domain configs that a recipe installs, and fails its build where xl refuses one:
#
#   inherit xlcfg-check
#   XLCFG_FLAGS = "--xen 4.19 --arch arm"
#
# The build host needs the single-file executable of xlcfg, and BitBake has to know it: HOSTTOOLS += "xlcfg".

XLCFG ?= "xlcfg"
XLCFG_FLAGS ?= ""
# What is checked, below ${D}: the folder that xl reads.
XLCFG_CONFIGS ?= "${sysconfdir}/xen"

do_xlcfg_check() {
    set --
    for path in ${XLCFG_CONFIGS}; do
        if [ ! -e "${D}$path" ]; then
            bbfatal "$path is not installed, so there is nothing to check"
        fi
        set -- "$@" "${D}$path"
    done
    if ! ${XLCFG} check --quiet --color never ${XLCFG_FLAGS} -- "$@"; then
        bbfatal "xlcfg reports errors in domain configs"
    fi
}
addtask xlcfg_check after do_install before do_package do_populate_sysroot
do_xlcfg_check[dirs] = "${D}"
