// The first use of what writes figures and dates reads the tables of every language there is, for the whole
// browser process: here, beside the page, so that nothing the page does has to wait for it.
new Intl.NumberFormat().format(0);
new Intl.DateTimeFormat().format(0);
new Intl.RelativeTimeFormat().format(0, 'day');
new Intl.ListFormat().format([]);
close();

export {};
