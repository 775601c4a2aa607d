/** How the parts of a picture look in a file, where no page has a style for them. */
import { FONT } from './layout';

interface Palette {
  readonly paper: string;
  readonly ink: string;
  readonly soft: string;
  readonly edge: string;
  readonly fill: string;
  readonly frame: string;
  readonly bridge: string;
  readonly disk: string;
  readonly device: string;
  readonly good: string;
  readonly bad: string;
}

const LIGHT: Palette = {
  ...{ paper: '#ffffff', ink: '#1f2328', soft: '#59636e', edge: '#818b98', fill: '#f6f8fa', frame: '#c4ccd4' },
  ...{ bridge: '#0969da', disk: '#8250df', device: '#9a6700', good: '#1a7f37', bad: '#cf222e' },
};
const DARK: Palette = {
  ...{ paper: '#1f1f1f', ink: '#e6e6e6', soft: '#b0b0b0', edge: '#8b8b8b', fill: '#2b2b2b', frame: '#5a5a5a' },
  ...{ bridge: '#4daafc', disk: '#c39bff', device: '#d9a441', good: '#4ac26b', bad: '#ff7b72' },
};

/** Colours as they are, because not every program that shows SVG knows variables. */
function paint(palette: Palette): string {
  const { paper, ink, soft, edge, fill, frame, bridge, disk, device, good, bad } = palette;
  return `.paper{fill:${paper}} text{fill:${ink}} .detail{fill:${soft}} .frame{stroke:${frame}} .shape{fill:${fill};stroke:${edge}} .line{stroke:${edge}}
.bridge .shape,.line.network{stroke:${bridge}} .disk .shape,.storage .shape,.line.disk{stroke:${disk}}
.pci .shape,.usb .shape,.device .shape,.line.passthrough{stroke:${device}} .wrong .shape{stroke:${bad}} .alarm{fill:${bad}}
.verdict{fill:${soft}} .verdict.movable{fill:${good}} .verdict.conditional{fill:${device}} .verdict.tied{fill:${bad}} .verdict.unknown{stroke:${soft}}`;
}

/** For a file: light, and dark where the viewer asks for it. */
export const STYLE = `
text{font:${FONT.title}px system-ui,sans-serif} .title{font-weight:600} .detail{font-size:${FONT.detail}px;font-weight:400} .alarm{font-weight:700}
.frame,.touch,.line{fill:none} .frame.block{stroke-dasharray:3 3} .line{stroke-width:1.2} .verdict.unknown{stroke-width:2}
.absent .shape{stroke-dasharray:4 3} .line.backend,.line.part{stroke-dasharray:5 4}
${paint(LIGHT)}
@media (prefers-color-scheme: dark){${paint(DARK)}}
`;
