(() => {
  const channels = (colour) => {
    const numbers = colour.match(/[\d.]+/g).map(Number);
    return numbers.length > 3 ? numbers : [...numbers, 1];
  };
  const over = (top, ground) => top.slice(0, 3).map((c, i) => c * top[3] + ground[i] * (1 - top[3]));
  const groundOf = (element) => {
    const own = channels(getComputedStyle(element).backgroundColor);
    return own[3] === 1 ? own.slice(0, 3)
      : over(own, element.parentElement ? groundOf(element.parentElement) : [255, 255, 255]);
  };
  const light = (colour) => {
    const [r, g, b] = colour.map((c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const found = new Set();
  for (const element of document.querySelectorAll('body *:not(script)')) {
    const text = [...element.childNodes].filter((node) => node.nodeType === 3).map((node) => node.data.trim()).join('');
    if (!text || element.closest('.unseen, title, option') || !element.getClientRects().length) {
      continue;
    }
    const style = getComputedStyle(element);
    const ground = groundOf(element);
    const ink = over(channels(element instanceof SVGElement ? style.fill : style.color), ground);
    const [more, less] = [light(ink), light(ground)].sort((a, b) => b - a);
    const contrast = (more + 0.05) / (less + 0.05);
    if (contrast < 4.5) {
      found.add(`${element.tagName}.${element.className}: ${contrast.toFixed(2)}`);
    }
  }
  return [...found];
})()
