"""What the browsers of the floor, Chrome 61 and Safari 11.1, do not have, and how to take it away."""

# Run before the scripts of a page or of a service worker. Their sort also moves what is equal.
FLOOR = """
delete Blob.prototype.text; delete Blob.prototype.arrayBuffer; delete String.prototype.replaceAll;
delete Array.prototype.flat; delete Array.prototype.flatMap; delete Array.prototype.at; delete Object.fromEntries;
delete Promise.prototype.finally; delete Promise.allSettled; delete Promise.any; delete self.structuredClone;
delete self.AbortController; delete self.globalThis; delete self.queueMicrotask; delete String.prototype.matchAll;
delete String.prototype.trimEnd; delete ReadableStream.prototype[Symbol.asyncIterator]; delete Object.hasOwn;
delete self.BigInt; delete String.prototype.at; delete Array.prototype.findLast; delete Array.prototype.toSorted;
if (self.ServiceWorkerContainer) delete ServiceWorkerContainer.prototype.startMessages;
if (self.Element) { delete Element.prototype.toggleAttribute; delete Element.prototype.replaceChildren; }
if (self.Navigator) for (const name of ["locks", "storage", "share"]) delete Navigator.prototype[name];
if (self.SubmitEvent) { delete SubmitEvent.prototype.submitter; delete HTMLFormElement.prototype.requestSubmit; }
const sort = Array.prototype.sort;
Array.prototype.sort = function moving(compare) {
  return sort.call(this.reverse(), compare);
};
"""
