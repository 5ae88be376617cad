import { jsPDF } from 'jspdf';
import { svg2pdf } from 'svg2pdf.js';
import fontAddress from 'dejavu-fonts-ttf/ttf/DejaVuSans.ttf?url';
import { t } from '../../../../language/texts';
import { diagramPages, type DiagramPage } from './diagram-pages';
import type { DocumentedElement } from './documented-elements';

/** A4 in millimeters, and what stays white around. */
const long = 297;
const short = 210;
const margin = 14;
const headHeight = 12;
const bodySize = 10;
const lineHeight = 4.8;

const fontName = 'DejaVu Sans';

/** What the fonts of every PDF reader can write; anything else needs a font in the file. */
const isLatin = (text: string): boolean => /^[\u0000-\u00ff\u2013\u2014\u2018-\u201e\u2022\u2026\u20ac]*$/.test(text);

/** Puts a font with Greek, Cyrillic and more into the file, and answers its name. */
async function addFont(pdf: jsPDF): Promise<string> {
  const bytes = new Uint8Array(await (await fetch(fontAddress)).arrayBuffer());
  let binary = '';
  for (let at = 0; at < bytes.length; at += 8_192) binary += String.fromCharCode(...bytes.subarray(at, at + 8_192));
  pdf.addFileToVFS('DejaVuSans.ttf', btoa(binary));
  for (const style of ['normal', 'bold']) pdf.addFont('DejaVuSans.ttf', fontName, style);
  return fontName;
}

function svgElement(svg: string, font: string): SVGSVGElement {
  const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement as unknown as SVGSVGElement;
  for (const text of parsed.querySelectorAll<SVGElement>('text, tspan')) text.style.fontFamily = font;
  return parsed;
}

async function addDrawing(pdf: jsPDF, { title, svg }: DiagramPage, font: string): Promise<void> {
  const element = svgElement(svg, font);
  const { width, height } = element.viewBox.baseVal;
  const isWide = width >= height;
  pdf.addPage('a4', isWide ? 'landscape' : 'portrait');
  const page = isWide ? { width: long, height: short } : { width: short, height: long };
  pdf
    .setFont(font, 'bold')
    .setFontSize(14)
    .text(title, margin, margin + 4);
  // svg2pdf goes on with the weight that was set last where the drawing names none.
  pdf.setFont(font, 'normal');
  const free = { width: page.width - 2 * margin, height: page.height - 2 * margin - headHeight };
  // Never larger than on the screen (96 pixels an inch): a small diagram is no poster.
  const scale = Math.min(free.width / width, free.height / height, 25.4 / 96);
  // It has to be in the page to be measured.
  element.style.cssText = 'position: fixed; left: -10000px;';
  document.body.append(element);
  try {
    await svg2pdf(element, pdf, {
      x: margin + (free.width - width * scale) / 2,
      y: margin + headHeight,
      width: width * scale,
      height: height * scale,
    });
  } finally {
    element.remove();
  }
}

function addDocumentation(pdf: jsPDF, title: string, documented: readonly DocumentedElement[], font: string): void {
  let y = Infinity;
  const room = (height: number): void => {
    if (y + height <= long - margin) return;
    pdf.addPage('a4', 'portrait');
    y = margin + 4;
  };
  room(lineHeight);
  pdf.setFont(font, 'bold').setFontSize(14).text(title, margin, y);
  y += 2 * lineHeight;
  for (const { name, text } of documented) {
    room(3 * lineHeight);
    pdf
      .setFont(font, 'bold')
      .setFontSize(bodySize + 1)
      .text(name, margin, y);
    y += lineHeight + 0.6;
    pdf.setFont(font, 'normal').setFontSize(bodySize);
    for (const line of pdf.splitTextToSize(text, short - 2 * margin) as string[]) {
      room(lineHeight);
      pdf.text(line, margin, y);
      y += lineHeight;
    }
    y += lineHeight;
  }
}

/**
 * A model as PDF: each plane (the process, each collapsed sub-process) on a page as vectors, and after it what is written about its elements.
 *
 * @throws {Error} for a model that cannot be drawn
 */
export async function diagramPdf(xml: string, name: string): Promise<Blob> {
  const pages = await diagramPages(xml, name);
  const pdf = new jsPDF({ unit: 'mm', format: 'a4', orientation: 'landscape', compress: true });
  pdf.setProperties({ title: name, creator: 'Baton' });
  const font = isLatin(JSON.stringify(pages)) ? 'helvetica' : await addFont(pdf);
  for (const page of pages) {
    await addDrawing(pdf, page, font);
    if (page.documented.length > 0)
      addDocumentation(pdf, t('About {{title}}', { title: page.title }), page.documented, font);
  }
  // The one that it begins with.
  if (pages.length > 0) pdf.deletePage(1);
  return pdf.output('blob');
}
