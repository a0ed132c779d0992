/** Gives a file to whoever looks at the page. */
export function save(name: string, file: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

const inherited = ['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linejoin', 'font-family', 'font-size', 'text-anchor', 'dominant-baseline'];

/** What a colour of the page's is now: a custom property itself only tells how it is chosen. */
function colourOf(value: string): string {
  const probe = document.createElement('i');
  probe.style.color = value;
  document.body.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

/** A chart as a file of its own: with the colours in which it is seen now, on their ground. */
export function svgFile(svg: SVGSVGElement): Blob {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const [from, to] = [svg, copy].map((each) => [...each.querySelectorAll<SVGElement>('path, rect, line, circle, text')]);
  for (const [i, element] of from!.entries()) {
    const style = getComputedStyle(element);
    for (const name of inherited) to![i]!.setAttribute(name, style.getPropertyValue(name));
  }
  for (const element of copy.querySelectorAll('.chosen')) element.remove();
  const { width, height } = svg.viewBox.baseVal;
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  const ground = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  for (const [name, value] of [['width', '100%'], ['height', '100%'], ['fill', colourOf('var(--surface)')]] as const) ground.setAttribute(name, value);
  copy.querySelector('desc')?.after(ground);
  return new Blob([new XMLSerializer().serializeToString(copy)], { type: 'image/svg+xml' });
}
