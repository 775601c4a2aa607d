/** The programs that the recipes of `packaging/` are for, as Debian has them. */
import { installPackages } from './debian.mjs';
import { findProgram, THIS_MACHINE } from './machine.mjs';

/** Packages by the program that is wanted of them. */
const PACKAGES = {
  'pre-commit': 'pre-commit',
  'ansible-playbook': 'ansible-core',
  'systemd-analyze': 'systemd',
  'nix-instantiate': 'nix-bin',
  dpkg: 'dpkg',
  lintian: 'lintian',
};

/**
 * Installs those that are missing.
 * @returns why they cannot be had
 */
export function preparePackagingTools(machine = THIS_MACHINE) {
  const missing = Object.keys(PACKAGES).filter((program) => findProgram(machine, program) === undefined);
  if (missing.length === 0) return {};
  return {
    problem: installPackages(
      machine,
      missing.map((program) => PACKAGES[program]),
    ),
  };
}
