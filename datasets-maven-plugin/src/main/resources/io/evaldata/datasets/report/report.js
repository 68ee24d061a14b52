
'use strict';
(() => {
  const one = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

  const articles = all('article');
  const find = one('#find');
  const group = one('#group');
  const state = one('#state');
  const sum = one('#sum');
  const whole = sum.textContent;
  const size = (bytes) => {
    const units = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'];
    let unit = 0;
    for (; bytes >= 999.95 && unit < units.length - 1; unit++) {
      bytes /= 1000;
    }
    return `${bytes.toFixed(unit && 1)} ${units[unit]}`;
  };
  const filter = () => {
    const words = find.value.toLowerCase().split(/\s+/).filter(Boolean);
    const shown = [];
    for (const article of articles) {
      const fits = words.every((word) => article.dataset.words.includes(word))
        && (!group.value || group.value === article.dataset.group)
        && (!state.value || state.value === article.dataset.state);
      article.hidden = !fits;
      one(`nav li[data-for="${CSS.escape(article.id)}"]`).hidden = !fits;
      if (fits) {
        shown.push(article);
      }
    }
    for (const part of all('nav .group')) {
      part.hidden = !all('li', part).some((item) => !item.hidden);
    }
    one('#nothing').hidden = shown.length > 0;
    const add = (what) => shown.reduce((total, article) => total + Number(article.dataset[what]), 0);
    sum.textContent = shown.length === articles.length ? whole
      : `${shown.length} of ${articles.length} datasets shown · ${add('pictures').toLocaleString('en')} pictures · ${size(add('bytes'))}`;
  };
  find.addEventListener('input', filter);
  group.addEventListener('change', filter);
  state.addEventListener('change', filter);
  one('#reset').addEventListener('click', () => {
    find.value = group.value = state.value = '';
    filter();
    find.focus();
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === '/' && !event.ctrlKey && !event.metaKey && !event.target.closest('input, select')) {
      event.preventDefault();
      find.focus();
    }
  });

  const themes = ['auto', 'light', 'dark'];
  const button = one('#theme');
  const remembered = () => {
    try {
      return localStorage.getItem('datasets-report-theme');
    } catch {
      return null; // a browser that keeps nothing for pages from disk
    }
  };
  const wear = (theme) => {
    if (theme === 'auto') {
      delete document.documentElement.dataset.theme;
    } else {
      document.documentElement.dataset.theme = theme;
    }
    button.textContent = `Theme: ${theme}`;
    button.value = theme;
    try {
      localStorage.setItem('datasets-report-theme', theme);
    } catch {
      // then the next visit starts with auto
    }
  };
  wear(themes.includes(remembered()) ? remembered() : 'auto');
  button.addEventListener('click', () => wear(themes[(themes.indexOf(button.value) + 1) % themes.length]));

  const views = ['both', 'image', 'map'];
  const say = (tile, view) => {
    const what = view === 'both' ? 'image and map' : view;
    tile.setAttribute('aria-label', tile.getAttribute('aria-label').replace(/:[^:]*$/, `: showing ${what}`));
  };
  for (const sheet of all('.sheet')) {
    sheet.addEventListener('change', (event) => {
      sheet.dataset.view = event.target.value;
      for (const tile of all('button.view', sheet)) {
        delete tile.dataset.view;
        say(tile, event.target.value);
      }
    });
    sheet.addEventListener('click', (event) => {
      const tile = event.target.closest('button.view');
      if (tile) {
        const now = tile.dataset.view || sheet.dataset.view;
        tile.dataset.view = views[(views.indexOf(now) + 1) % views.length];
        say(tile, tile.dataset.view);
      }
    });
  }

  const links = new Map(all('nav a').map((link) => [link.hash.slice(1), link]));
  const visible = new Set();
  const watch = new IntersectionObserver((entries) => {
    for (const entry of entries) {
      visible[entry.isIntersecting ? 'add' : 'delete'](entry.target);
    }
    const current = articles.find((article) => visible.has(article));
    for (const [id, link] of links) {
      if (current && id === current.id) {
        link.setAttribute('aria-current', 'true');
      } else {
        link.removeAttribute('aria-current');
      }
    }
  }, { rootMargin: '-20% 0px -60% 0px' });
  articles.forEach((article) => watch.observe(article));

  const up = one('.up');
  new IntersectionObserver(([contents]) => { up.hidden = contents.isIntersecting; }).observe(one('nav'));

  addEventListener('beforeprint', () => {
    all('details').forEach((part) => { part.open = true; });
    all('img').forEach((image) => { image.loading = 'eager'; });
  });
})();
