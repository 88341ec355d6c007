// Before the first paint: the theme that was chosen on this device, and the colour that the board had last time.
(() => {
  try {
    const root = document.documentElement;
    const read = (name) => JSON.parse(localStorage.getItem(`messageboard.${name}`));
    const theme = read('theme');
    if (theme === 'light' || theme === 'dark') {
      root.dataset.theme = theme;
      document.querySelector('meta[name=color-scheme]').content = theme;
    }
    const accent = read('accent') ?? {};
    for (const name of Object.keys(accent)) root.style.setProperty(name, accent[name]);
  } catch {
    // A browser that refuses storage follows the system.
  }
})();
