/** @file `bulkweave/compute`: one quantity at a time: requests in JSON, and their answers. */

export type { Issue } from '../../src/issues.ts';
export type { Noted } from '../../src/noted.ts';
export { type SearchEntries, type SearchJournal, searchJournal } from '../../src/search-journal.ts';
export { type CatalogueRequest, isRequestName, REQUESTS, type RequestName } from './catalogue.ts';
export { type Answer, answered, answerJson, type CheckedRequest, checkedRequest, computed } from './compute.ts';
export type { AnyRequest, Computation, ComputeContext, ComputeStep, RegisteredRequest } from './request.ts';
