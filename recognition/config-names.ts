/** What the name of a file tells of it, before anybody reads it. */

/** `config`: it says so. `maybe`: the content decides. `other`: something else, such as a document that quotes configs. */
export type NameVerdict = 'config' | 'maybe' | 'other';

/** The settings of xl, under their name or one that ends in it. */
const XL_CONF_NAME = /(?:^|[-_.])xl\.conf$/;
/** A config of a CPU pool whose name says so. */
const CPUPOOL_NAME = /(?:^|[-_.])(?:xl)?cpupool[^/]*\.(?:cfg|conf)$/i;
const CONFIG_NAME = /\.(?:xl|xlcfg)$|^x[lm]example[^/]*$/;
/** A config that a template engine fills in first. */
const TEMPLATE_NAME = /\.(?:cfg|conf|xl|xlcfg|hvm|pv|pvh)\.(?:j2|jinja2?|erb|epp|tmpl|tpl|template|in)$/;
const TEMPLATE_ENDING = /\.(?:j2|jinja2?|erb|epp|tmpl|tpl|template|in)$/;
/** Where the programs of Xen look for them. */
const CONFIG_PLACE = /(?:^|\/)etc\/xen\/(?:auto\/[^/]+|(?:config\.d\/)?[^/]+\.cfg)$/;

/** Endings of what quotes configs, makes them, was one, or holds data. Names of hosts end in anything else. */
const OTHER_ENDING = new RegExp(
  `(?:~|\\.(?:${[
    'md|markdown|rst|adoc|asciidoc|tex|html?|xml|svg|css|pod|pdf|docx?|eml|mbox|ipynb',
    'py|sh|bash|zsh|fish|pm|rb|erb|js|mjs|cjs|ts|tsx|jsx|lua|go|rs|c|h|cc|cpp|hpp|java|php|nix|ml|mli|hs|el|vim|patch|diff|spec',
    'json[5lc]?|ya?ml|toml|ini|csv|tsv|sql|db|sqlite3?|log|lock|service|socket|target|timer|desktop|rules|map',
    'j2|jinja2?|tmpl|tpl|tf|tfvars|epp',
    'bak|backup|orig|old|save|swp|swo|tmp|rej|rpmsave|rpmnew|rpmorig|dpkg-\\w+|ucf-\\w+|pacnew|pacsave|disabled',
    'gz|xz|bz2|zst|lz4|lzma|zip|tar|tgz|7z|deb|rpm|iso|img|raw|qcow2?|vhdx?|vmdk|bin|so|o|a|ko|efi|pyc|class|jar|wasm',
    'png|jpe?g|gif|ico|webp|woff2?|ttf|mp[34]|pem|key|crt|csr|pub|gpg|asc|sig',
  ].join('|')}))$`,
  'i',
);

/**
 * Says what a file is by its name.
 * @param path absolute, with `/`
 */
export function judgeName(path: string): NameVerdict {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (TEMPLATE_NAME.test(name)) return 'maybe';
  if (OTHER_ENDING.test(name)) return 'other';
  return kindOfName(path) !== undefined || CONFIG_NAME.test(name) || CONFIG_PLACE.test(path) ? 'config' : 'maybe';
}

/** What kind of file beside the config of a domain the name of a file says that it is, also of a template of one. */
export function kindOfName(path: string): 'xl.conf' | 'cpupool' | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(TEMPLATE_ENDING, '');
  if (XL_CONF_NAME.test(name)) return 'xl.conf';
  return CPUPOOL_NAME.test(name) ? 'cpupool' : undefined;
}

/** Folders that hold no configs of people, and can be very large. */
export const SKIPPED_FOLDERS: ReadonlySet<string> = new Set(['.git', '.hg', '.svn', 'node_modules']);
