/** Every rule, in alphabetical order. */
import addAssignNumber from './add-assign-number';
import addAssignTypeMismatch from './add-assign-type-mismatch';
import addAssignUnsupported from './add-assign-unsupported';
import armCannotMigrate from './arm-cannot-migrate';
import armInterruptTaken from './arm-interrupt-taken';
import armKernelNotLoadable from './arm-kernel-not-loadable';
import badCharacter from './bad-character';
import bareCodeAsPvhKernel from './bare-code-as-pvh-kernel';
import bootloaderArgsString from './bootloader-args-string';
import bootloaderIgnoredForHvm from './bootloader-ignored-for-hvm';
import bootloaderWithPath from './bootloader-with-path';
import bootloaderWithoutDisk from './bootloader-without-disk';
import builderContradictsType from './builder-contradicts-type';
import byteOrderMark from './byte-order-mark';
import carriageReturn from './carriage-return';
import commentWithoutNewline from './comment-without-newline';
import conflictingOptions from './conflicting-options';
import cpuFeaturesDependOnTarget from './cpu-features-depend-on-target';
import cpusWithoutVcpus from './cpus-without-vcpus';
import deprecatedDeviceForm from './deprecated-device-form';
import deprecatedValueForm from './deprecated-value-form';
import directBootWithoutKernel from './direct-boot-without-kernel';
import diskDependsOnTarget from './disk-depends-on-target';
import diskFormatMismatch from './disk-format-mismatch';
import diskNotEmulated from './disk-not-emulated';
import diskTargetNotFound from './disk-target-not-found';
import displayDependsOnTarget from './display-depends-on-target';
import driverDomainStays from './driver-domain-stays';
import duplicateMac from './duplicate-mac';
import duplicateOption from './duplicate-option';
import duplicatePciDevice from './duplicate-pci-device';
import duplicateVdev from './duplicate-vdev';
import e820HostForced from './e820-host-forced';
import emptyBootloaderArgs from './empty-bootloader-args';
import emptyDeviceField from './empty-device-field';
import emptyListItem from './empty-list-item';
import escapeDropped from './escape-dropped';
import fileNotFound from './file-not-found';
import filesDependOnTarget from './files-depend-on-target';
import firmwareTakenAsPath from './firmware-taken-as-path';
import hexEscape from './hex-escape';
import hostResourcesStay from './host-resources-stay';
import hostUsbDeviceStays from './host-usb-device-stays';
import hvmKernelNotLinux from './hvm-kernel-not-linux';
import hvmOnArm from './hvm-on-arm';
import hvmloaderAsKernel from './hvmloader-as-kernel';
import ignoredDeviceKey from './ignored-device-key';
import incompleteSpice from './incomplete-spice';
import invalidName from './invalid-name';
import invalidNumber from './invalid-number';
import kernelNeedsHostSupport from './kernel-needs-host-support';
import lineContinuation from './line-continuation';
import listNestingTooDeep from './list-nesting-too-deep';
import lostDeviceFields from './lost-device-fields';
import malformedDevice from './malformed-device';
import maxmemBelowMemory from './maxmem-below-memory';
import maxvcpusBelowVcpus from './maxvcpus-below-vcpus';
import mergeConflictMarker from './merge-conflict-marker';
import misreadDeviceValue from './misread-device-value';
import missingAssignment from './missing-assignment';
import missingCompanionOption from './missing-companion-option';
import missingDeviceKey from './missing-device-key';
import missingKernel from './missing-kernel';
import missingListComma from './missing-list-comma';
import missingName from './missing-name';
import missingStatementSeparator from './missing-statement-separator';
import missingValue from './missing-value';
import mixedUsbOptions from './mixed-usb-options';
import nativeTscChanges from './native-tsc-changes';
import nestedGuestsAreLost from './nested-guests-are-lost';
import nestedListItem from './nested-list-item';
import nestedWithAltp2m from './nested-with-altp2m';
import networkDependsOnTarget from './network-depends-on-target';
import nomigratePreventsNothing from './nomigrate-prevents-nothing';
import nulByte from './nul-byte';
import numberCutOff from './number-cut-off';
import octalEscape from './octal-escape';
import octalNumber from './octal-number';
import openDisplayWithoutPassword from './open-display-without-password';
import optionDeprecated from './option-deprecated';
import optionIgnoredForArch from './option-ignored-for-arch';
import optionIgnoredForType from './option-ignored-for-type';
import optionRemoved from './option-removed';
import optionTooNew from './option-too-new';
import optionWithoutEffect from './option-without-effect';
import passthroughAllowsDevices from './passthrough-allows-devices';
import passthroughDisabledWithDevices from './passthrough-disabled-with-devices';
import pastedShellText from './pasted-shell-text';
import pciBlocksMigration from './pci-blocks-migration';
import placementDependsOnTarget from './placement-depends-on-target';
import populateOnDemandWithAltp2m from './populate-on-demand-with-altp2m';
import populateOnDemandWithDevices from './populate-on-demand-with-devices';
import populateOnDemandWithVnuma from './populate-on-demand-with-vnuma';
import prefixMatch from './prefix-match';
import pvKernelNotXen from './pv-kernel-not-xen';
import pvOnArm from './pv-on-arm';
import pvWithVnuma from './pv-with-vnuma';
import pvhKernelNotPvh from './pvh-kernel-not-pvh';
import pvhWithPassthrough from './pvh-with-passthrough';
import pythonCode from './python-code';
import pythonConfig from './python-config';
import ramdiskNotInitrd from './ramdisk-not-initrd';
import readOnlyHvmDisk from './read-only-hvm-disk';
import refusedByTraditional from './refused-by-traditional';
import refusedCombination from './refused-combination';
import refusedDeviceValue from './refused-device-value';
import refusedNestedList from './refused-nested-list';
import refusedTscMode from './refused-tsc-mode';
import refusedValue from './refused-value';
import refusedValueType from './refused-value-type';
import repeatedDeviceKey from './repeated-device-key';
import rombiosWithoutTraditional from './rombios-without-traditional';
import semicolonInList from './semicolon-in-list';
import sharePtRefused from './share-pt-refused';
import splitDevice from './split-device';
import stubdomainDependsOnTarget from './stubdomain-depends-on-target';
import stubdomainWithoutTraditional from './stubdomain-without-traditional';
import templateFile from './template-file';
import timerModeOnPv from './timer-mode-on-pv';
import tooFewSharedInterrupts from './too-few-shared-interrupts';
import tooManyVirtioDevices from './too-many-virtio-devices';
import trapUnmappedOnX86 from './trap-unmapped-on-x86';
import typographicQuotes from './typographic-quotes';
import unexpectedText from './unexpected-text';
import unknownBuilder from './unknown-builder';
import unknownDeviceKey from './unknown-device-key';
import unknownDirective from './unknown-directive';
import unknownEscape from './unknown-escape';
import unknownOption from './unknown-option';
import unquotedValue from './unquoted-value';
import unterminatedList from './unterminated-list';
import unterminatedString from './unterminated-string';
import unusedSuppression from './unused-suppression';
import unusualValue from './unusual-value';
import usbRedirectionOutOfRange from './usb-redirection-out-of-range';
import usbRedirectionWithoutSpice from './usb-redirection-without-spice';
import valueOnNextLine from './value-on-next-line';
import valueOutOfRange from './value-out-of-range';
import valueTooNew from './value-too-new';
import vcpusBelowOne from './vcpus-below-one';
import vdevGap from './vdev-gap';
import videoCardWithoutDeviceModel from './video-card-without-device-model';
import videoramTooSmall from './videoram-too-small';
import viridianWithoutBase from './viridian-without-base';
import vncDisplayGivenTwice from './vnc-display-given-twice';
import vncIgnored from './vnc-ignored';
import vnumaBlocksMigration from './vnuma-blocks-migration';
import vnumaIncomplete from './vnuma-incomplete';
import vnumaMismatch from './vnuma-mismatch';
import vnumaRefused from './vnuma-refused';
import vtpmStays from './vtpm-stays';
import wrongValueType from './wrong-value-type';
import xendOption from './xend-option';
import xlConfOption from './xl-conf-option';
import type { Rule } from './rule';

export const RULES: readonly Rule[] = [
  addAssignNumber,
  addAssignTypeMismatch,
  addAssignUnsupported,
  armCannotMigrate,
  armInterruptTaken,
  armKernelNotLoadable,
  badCharacter,
  bareCodeAsPvhKernel,
  bootloaderArgsString,
  bootloaderIgnoredForHvm,
  bootloaderWithPath,
  bootloaderWithoutDisk,
  builderContradictsType,
  byteOrderMark,
  carriageReturn,
  commentWithoutNewline,
  conflictingOptions,
  cpuFeaturesDependOnTarget,
  cpusWithoutVcpus,
  deprecatedDeviceForm,
  deprecatedValueForm,
  directBootWithoutKernel,
  diskDependsOnTarget,
  diskFormatMismatch,
  diskNotEmulated,
  diskTargetNotFound,
  displayDependsOnTarget,
  driverDomainStays,
  duplicateMac,
  duplicateOption,
  duplicatePciDevice,
  duplicateVdev,
  e820HostForced,
  emptyBootloaderArgs,
  emptyDeviceField,
  emptyListItem,
  escapeDropped,
  fileNotFound,
  filesDependOnTarget,
  firmwareTakenAsPath,
  hexEscape,
  hostResourcesStay,
  hostUsbDeviceStays,
  hvmKernelNotLinux,
  hvmOnArm,
  hvmloaderAsKernel,
  ignoredDeviceKey,
  incompleteSpice,
  invalidName,
  invalidNumber,
  kernelNeedsHostSupport,
  lineContinuation,
  listNestingTooDeep,
  lostDeviceFields,
  malformedDevice,
  maxmemBelowMemory,
  maxvcpusBelowVcpus,
  mergeConflictMarker,
  misreadDeviceValue,
  missingAssignment,
  missingCompanionOption,
  missingDeviceKey,
  missingKernel,
  missingListComma,
  missingName,
  missingStatementSeparator,
  missingValue,
  mixedUsbOptions,
  nativeTscChanges,
  nestedGuestsAreLost,
  nestedListItem,
  nestedWithAltp2m,
  networkDependsOnTarget,
  nomigratePreventsNothing,
  nulByte,
  numberCutOff,
  octalEscape,
  octalNumber,
  openDisplayWithoutPassword,
  optionDeprecated,
  optionIgnoredForArch,
  optionIgnoredForType,
  optionRemoved,
  optionTooNew,
  optionWithoutEffect,
  passthroughAllowsDevices,
  passthroughDisabledWithDevices,
  pastedShellText,
  pciBlocksMigration,
  placementDependsOnTarget,
  populateOnDemandWithAltp2m,
  populateOnDemandWithDevices,
  populateOnDemandWithVnuma,
  prefixMatch,
  pvKernelNotXen,
  pvOnArm,
  pvWithVnuma,
  pvhKernelNotPvh,
  pvhWithPassthrough,
  pythonCode,
  pythonConfig,
  ramdiskNotInitrd,
  readOnlyHvmDisk,
  refusedByTraditional,
  refusedCombination,
  refusedDeviceValue,
  refusedNestedList,
  refusedTscMode,
  refusedValue,
  refusedValueType,
  repeatedDeviceKey,
  rombiosWithoutTraditional,
  semicolonInList,
  sharePtRefused,
  splitDevice,
  stubdomainDependsOnTarget,
  stubdomainWithoutTraditional,
  templateFile,
  timerModeOnPv,
  tooFewSharedInterrupts,
  tooManyVirtioDevices,
  trapUnmappedOnX86,
  typographicQuotes,
  unexpectedText,
  unknownBuilder,
  unknownDeviceKey,
  unknownDirective,
  unknownEscape,
  unknownOption,
  unquotedValue,
  unterminatedList,
  unterminatedString,
  unusedSuppression,
  unusualValue,
  usbRedirectionOutOfRange,
  usbRedirectionWithoutSpice,
  valueOnNextLine,
  valueOutOfRange,
  valueTooNew,
  vcpusBelowOne,
  vdevGap,
  videoCardWithoutDeviceModel,
  videoramTooSmall,
  viridianWithoutBase,
  vncDisplayGivenTwice,
  vncIgnored,
  vnumaBlocksMigration,
  vnumaIncomplete,
  vnumaMismatch,
  vnumaRefused,
  vtpmStays,
  wrongValueType,
  xendOption,
  xlConfOption,
];
