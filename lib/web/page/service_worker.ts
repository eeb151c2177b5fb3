declare const self: { site: unknown };
self.site;
