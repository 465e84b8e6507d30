// The browser is found at run time (src/build/browser.ts); nothing is downloaded at install time.
module.exports = { skipDownload: true }
