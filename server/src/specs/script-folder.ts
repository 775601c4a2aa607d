/** Where libxl looks for hotplug scripts that are named without a path, unless it was built for another place. */
export const SCRIPT_FOLDER = '/etc/xen/scripts';
