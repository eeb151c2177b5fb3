declare const self: { site: unknown };
console.log(self.site);
