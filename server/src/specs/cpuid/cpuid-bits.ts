/** Where the CPU features stand in CPUID leaves and in MSRs (libxl_cpuid.c; cpufeatureset.h). */

export type Register = 'eax' | 'ebx' | 'ecx' | 'edx';

/** A run of bits of a register that CPUID gives for a leaf. */
export interface CpuidBits {
  readonly leaf: number;
  readonly subleaf?: number;
  readonly register: Register;
  readonly bit: number;
  readonly length: number;
}

/** A bit of a model-specific register, counted over all 64. */
export interface MsrBit {
  readonly msr: number;
  readonly bit: number;
}

interface Word {
  readonly leaf?: number;
  readonly subleaf?: number;
  readonly msr?: number;
  readonly register: Register;
  /** `name:bit`, separated by blanks. */
  readonly bits: string;
}

/** The words of Xen's feature set, one for each 32 features. */
const WORDS: readonly Word[] = [
  {
    leaf: 0x1,
    register: 'edx',
    bits: 'fpu:0 vme:1 de:2 pse:3 tsc:4 msr:5 pae:6 mce:7 cx8:8 apic:9 sep:11 mtrr:12 pge:13 mca:14 cmov:15 pat:16 pse36:17 clflush:19 ds:21 acpi:22 mmx:23 fxsr:24 sse:25 sse2:26 ss:27 htt:28 tm1:29 pbe:31',
  },
  {
    leaf: 0x1,
    register: 'ecx',
    bits: 'sse3:0 pclmulqdq:1 dtes64:2 monitor:3 dscpl:4 vmx:5 smx:6 eist:7 tm2:8 ssse3:9 sdbg:11 fma:12 cx16:13 xtpr:14 pdcm:15 pcid:17 dca:18 sse4-1:19 sse4-2:20 x2apic:21 movbe:22 popcnt:23 tsc-deadline:24 aesni:25 xsave:26 osxsave:27 avx:28 f16c:29 rdrand:30 hypervisor:31',
  },
  { leaf: 0x80000001, register: 'edx', bits: 'syscall:11 nx:20 mmxext:22 ffxsr:25 page1gb:26 rdtscp:27 lm:29 3dnowext:30 3dnow:31' },
  {
    leaf: 0x80000001,
    register: 'ecx',
    bits: 'lahf-lm:0 cmp-legacy:1 svm:2 extapic:3 cr8-legacy:4 abm:5 sse4a:6 misalignsse:7 3dnowprefetch:8 osvw:9 ibs:10 xop:11 skinit:12 wdt:13 lwp:15 fma4:16 nodeid-msr:19 tbm:21 topoext:22 dbext:26 monitorx:29 addr-msk-ext:30',
  },
  { leaf: 0xd, subleaf: 1, register: 'eax', bits: 'xsaveopt:0 xsavec:1 xgetbv1:2 xsaves:3 xfd:4' },
  {
    leaf: 0x7,
    subleaf: 0,
    register: 'ebx',
    bits: 'fsgsbase:0 tsc-adjust:1 sgx:2 bmi1:3 hle:4 avx2:5 fdp-excp-only:6 smep:7 bmi2:8 erms:9 invpcid:10 rtm:11 pqm:12 no-fpu-sel:13 mpx:14 pqe:15 avx512f:16 avx512dq:17 rdseed:18 adx:19 smap:20 avx512-ifma:21 clflushopt:23 clwb:24 proc-trace:25 avx512pf:26 avx512er:27 avx512cd:28 sha:29 avx512bw:30 avx512vl:31',
  },
  {
    leaf: 0x7,
    subleaf: 0,
    register: 'ecx',
    bits: 'prefetchwt1:0 avx512-vbmi:1 umip:2 pku:3 ospke:4 waitpkg:5 avx512-vbmi2:6 cet-ss:7 gfni:8 vaes:9 vpclmulqdq:10 avx512-vnni:11 avx512-bitalg:12 tme:13 avx512-vpopcntdq:14 la57:16 rdpid:22 bld:24 cldemote:25 movdiri:27 movdir64b:28 enqcmd:29 sgx-lc:30 pks:31',
  },
  { leaf: 0x80000007, register: 'edx', bits: 'hw-pstate:7 itsc:8 cpb:9 efro:10' },
  {
    leaf: 0x80000008,
    register: 'ebx',
    bits: 'clzero:0 rstr-fp-err-ptrs:2 wbnoinvd:9 ibpb:12 ibrs:14 amd-stibp:15 ibrs-always:16 stibp-always:17 ibrs-fast:18 ibrs-same-mode:19 no-lmsl:20 amd-ppin:23 amd-ssbd:24 virt-ssbd:25 ssb-no:26 cppc:27 psfd:28 btc-no:29 ibpb-ret:30',
  },
  {
    leaf: 0x7,
    subleaf: 0,
    register: 'edx',
    bits: 'sgx-keys:1 avx512-4vnniw:2 avx512-4fmaps:3 fsrm:4 uintr:5 avx512-vp2intersect:8 srbds-ctrl:9 md-clear:10 rtm-always-abort:11 tsx-force-abort:13 serialize:14 hybrid:15 tsxldtrk:16 pconfig:18 arch-lbr:19 cet-ibt:20 amx-bf16:22 avx512-fp16:23 amx-tile:24 amx-int8:25 ibrsb:26 stibp:27 l1d-flush:28 arch-caps:29 core-caps:30 ssbd:31',
  },
  {
    leaf: 0x7,
    subleaf: 1,
    register: 'eax',
    bits: 'sha512:0 sm3:1 sm4:2 avx-vnni:4 avx512-bf16:5 lass:6 cmpccxadd:7 arch-perf-mon:8 fzrm:10 fsrs:11 fsrcs:12 fred:17 lkgs:18 wrmsrns:19 nmi-src:20 amx-fp16:21 avx-ifma:23 lam:26 msrlist:27 no-invd:30 movrs:31',
  },
  {
    leaf: 0x80000021,
    register: 'eax',
    bits: 'no-nest-bp:0 fs-gs-ns:1 lfence-dispatch:2 verw-clear:5 nscb:6 auto-ibrs:8 amd-fsrs:10 amd-fsrc:11 cpuid-user-dis:17 epsf:18 fsrsc:19 amd-prefetchi:20 avx512-bmm:23 sbpb:27 ibpb-brtype:28 srso-no:29 srso-us-no:30 srso-msr-fix:31',
  },
  { leaf: 0x7, subleaf: 1, register: 'ebx', bits: 'intel-ppin:0' },
  { leaf: 0x7, subleaf: 2, register: 'edx', bits: 'intel-psfd:0 ipred-ctrl:1 rrsba-ctrl:2 ddp-ctrl:3 bhi-ctrl:4 mcdt-no:5 uc-lock-dis:6' },
  {
    leaf: 0x7,
    subleaf: 1,
    register: 'edx',
    bits: 'avx-vnni-int8:4 avx-ne-convert:5 amx-complex:8 avx-vnni-int16:10 prefetchi:14 uiret-uif:17 cet-sss:18 slsm:24',
  },
  {
    msr: 0x10a,
    register: 'eax',
    bits: 'rdcl-no:0 eibrs:1 rsba:2 skip-l1dfl:3 intel-ssb-no:4 mds-no:5 if-pschange-mc-no:6 tsx-ctrl:7 taa-no:8 mcu-ctrl:9 misc-pkg-ctrl:10 energy-filtering:11 doitm:12 sbdr-ssdp-no:13 fbsdp-no:14 psdp-no:15 mcu-ext:16 fb-clear:17 fb-clear-ctrl:18 rrsba:19 bhi-no:20 xapic-status:21 ovrclk-status:23 pbrsb-no:24 gds-ctrl:25 gds-no:26 rfds-no:27 rfds-clear:28 ign-umonitor:29 mon-umon-mitg:30',
  },
  { msr: 0x10a, register: 'edx', bits: 'pb-opt-ctrl:0 its-no:30' },
  { leaf: 0x80000021, register: 'ecx', bits: 'tsa-sq-no:1 tsa-l1-no:2' },
];

/** Names that libxl has in a table of its own, some for a number of several bits. */
const FLAGS: readonly (readonly [string, CpuidBits])[] = [
  ['maxleaf', { leaf: 0x0, register: 'eax', bit: 0, length: 32 }],
  ['stepping', { leaf: 0x1, register: 'eax', bit: 0, length: 4 }],
  ['model', { leaf: 0x1, register: 'eax', bit: 4, length: 8 }],
  ['family', { leaf: 0x1, register: 'eax', bit: 8, length: 8 }],
  ['brandid', { leaf: 0x1, register: 'ebx', bit: 0, length: 8 }],
  ['clflush', { leaf: 0x1, register: 'ebx', bit: 8, length: 8 }],
  ['proccount', { leaf: 0x1, register: 'ebx', bit: 16, length: 8 }],
  ['localapicid', { leaf: 0x1, register: 'ebx', bit: 24, length: 8 }],
  ['est', { leaf: 0x1, register: 'ecx', bit: 7, length: 1 }],
  ['cntxid', { leaf: 0x1, register: 'ecx', bit: 10, length: 1 }],
  ['cmpxchg16', { leaf: 0x1, register: 'ecx', bit: 13, length: 1 }],
  ['sse4_1', { leaf: 0x1, register: 'ecx', bit: 19, length: 1 }],
  ['sse4.1', { leaf: 0x1, register: 'ecx', bit: 19, length: 1 }],
  ['sse4_2', { leaf: 0x1, register: 'ecx', bit: 20, length: 1 }],
  ['sse4.2', { leaf: 0x1, register: 'ecx', bit: 20, length: 1 }],
  ['aes', { leaf: 0x1, register: 'ecx', bit: 25, length: 1 }],
  ['cmpxchg8', { leaf: 0x1, register: 'edx', bit: 8, length: 1 }],
  ['sysenter', { leaf: 0x1, register: 'edx', bit: 11, length: 1 }],
  ['psn', { leaf: 0x1, register: 'edx', bit: 18, length: 1 }],
  ['clfsh', { leaf: 0x1, register: 'edx', bit: 19, length: 1 }],
  ['tm', { leaf: 0x1, register: 'edx', bit: 29, length: 1 }],
  ['ia64', { leaf: 0x1, register: 'edx', bit: 30, length: 1 }],
  ['arat', { leaf: 0x6, register: 'eax', bit: 2, length: 1 }],
  ['tsc_adjust', { leaf: 0x7, subleaf: 0, register: 'ebx', bit: 1, length: 1 }],
  ['cmt', { leaf: 0x7, subleaf: 0, register: 'ebx', bit: 12, length: 1 }],
  ['lahfsahf', { leaf: 0x80000001, register: 'ecx', bit: 0, length: 1 }],
  ['cmplegacy', { leaf: 0x80000001, register: 'ecx', bit: 1, length: 1 }],
  ['altmovcr8', { leaf: 0x80000001, register: 'ecx', bit: 4, length: 1 }],
  ['nodeid', { leaf: 0x80000001, register: 'ecx', bit: 19, length: 1 }],
  ['perfctr_core', { leaf: 0x80000001, register: 'ecx', bit: 23, length: 1 }],
  ['perfctr_nb', { leaf: 0x80000001, register: 'ecx', bit: 24, length: 1 }],
  ['procpkg', { leaf: 0x4, subleaf: 0, register: 'eax', bit: 26, length: 6 }],
  ['invtsc', { leaf: 0x80000007, register: 'edx', bit: 8, length: 1 }],
  ['ppin', { leaf: 0x80000008, register: 'ebx', bit: 23, length: 1 }],
  ['nc', { leaf: 0x80000008, register: 'ecx', bit: 0, length: 8 }],
  ['apicidsize', { leaf: 0x80000008, register: 'ecx', bit: 12, length: 4 }],
  ['svm_npt', { leaf: 0x8000000a, register: 'edx', bit: 0, length: 1 }],
  ['svm_lbrv', { leaf: 0x8000000a, register: 'edx', bit: 1, length: 1 }],
  ['svm_nrips', { leaf: 0x8000000a, register: 'edx', bit: 3, length: 1 }],
  ['svm_tscrate', { leaf: 0x8000000a, register: 'edx', bit: 4, length: 1 }],
  ['svm_vmcbclean', { leaf: 0x8000000a, register: 'edx', bit: 5, length: 1 }],
  ['svm_decode', { leaf: 0x8000000a, register: 'edx', bit: 7, length: 1 }],
  ['svm_pausefilt', { leaf: 0x8000000a, register: 'edx', bit: 10, length: 1 }],
  ['lfence+', { leaf: 0x80000021, register: 'eax', bit: 2, length: 1 }],
  ['maxhvleaf', { leaf: 0x40000000, register: 'eax', bit: 0, length: 8 }],
  ['pbe', { leaf: 0x1, register: 'edx', bit: 31, length: 1 }],
  ['btc-no', { leaf: 0x80000008, register: 'ebx', bit: 29, length: 1 }],
];

const PLACES: ReadonlyMap<string, CpuidBits | MsrBit> = new Map([...WORDS.flatMap(listPlaces), ...FLAGS]);

function listPlaces({ leaf, subleaf, msr, register, bits }: Word): readonly (readonly [string, CpuidBits | MsrBit])[] {
  return bits.split(' ').map((each) => {
    const [name = '', digits] = each.split(':');
    const bit = Number(digits);
    if (msr !== undefined) return [name, { msr, bit: register === 'edx' ? bit + 32 : bit }];
    return [name, { leaf: leaf ?? 0, ...(subleaf === undefined ? {} : { subleaf }), register, bit, length: 1 }];
  });
}

/** Where a feature stands; undefined for names that are not in the table. */
export function findFeaturePlace(name: string): CpuidBits | MsrBit | undefined {
  return PLACES.get(name);
}
