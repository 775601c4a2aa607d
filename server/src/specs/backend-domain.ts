/** The domain that a device's `backend` names (libxl_utils.c, libxl_domain_qualifier_to_domid). */

/** Whether it is dom0, which it is without a name; a domain that is only called so cannot be told from the text. */
export function isDom0(name: string | undefined): boolean {
  return name === undefined || /^(?:0+|Domain-0)$/.test(name);
}

/** Whether dom0 is meant, also where libxl takes the name for that of another domain. */
export function isMeantAsDom0(name: string): boolean {
  return /^(?:0*|Domain-0|dom0)$/i.test(name);
}
