/**
 * Every id that package.json and the code share. A unit test compares both ways: what is declared is
 * registered, and what is registered is declared.
 */
export const commands = {
  addCluster: 'kafkaWorkbench.cluster.add',
  editCluster: 'kafkaWorkbench.cluster.edit',
  setAccess: 'kafkaWorkbench.cluster.setAccess',
  removeCluster: 'kafkaWorkbench.cluster.remove',
  selectCluster: 'kafkaWorkbench.cluster.select',
  connectCluster: 'kafkaWorkbench.cluster.connect',
  disconnectCluster: 'kafkaWorkbench.cluster.disconnect',
  refresh: 'kafkaWorkbench.explorer.refresh',
  filter: 'kafkaWorkbench.explorer.filter',
  clearFilter: 'kafkaWorkbench.explorer.clearFilter',
  showInternalTopics: 'kafkaWorkbench.explorer.showInternalTopics',
  hideInternalTopics: 'kafkaWorkbench.explorer.hideInternalTopics',
  copyName: 'kafkaWorkbench.explorer.copyName',
  retry: 'kafkaWorkbench.explorer.retry',
  createTopic: 'kafkaWorkbench.topic.create',
  deleteTopic: 'kafkaWorkbench.topic.delete',
  describeTopic: 'kafkaWorkbench.topic.describe',
  exportTopic: 'kafkaWorkbench.topic.export',
  tailTopic: 'kafkaWorkbench.topic.tail',
  tailGroup: 'kafkaWorkbench.group.tail',
  produceMessage: 'kafkaWorkbench.record.produce',
  newScratchFile: 'kafkaWorkbench.scratch.new',
  runBlock: 'kafkaWorkbench.scratch.runBlock',
  runBlockTen: 'kafkaWorkbench.scratch.runBlockTen',
  runAbove: 'kafkaWorkbench.scratch.runAbove',
  runFile: 'kafkaWorkbench.scratch.runFile',
  stopProducers: 'kafkaWorkbench.scratch.stopProducers',
  cancelBlock: 'kafkaWorkbench.scratch.cancelBlock',
  sendRest: 'kafkaWorkbench.scratch.sendRest',
  createMissingTopic: 'kafkaWorkbench.scratch.createTopic',
  blockActions: 'kafkaWorkbench.scratch.blockActions',
  openResult: 'kafkaWorkbench.scratch.openResult',
  copyResult: 'kafkaWorkbench.scratch.copyResult',
  clearResults: 'kafkaWorkbench.scratch.clearResults',
  openNotebook: 'kafkaWorkbench.notebook.open',
  openNotebookText: 'kafkaWorkbench.notebook.openText',
  exportNotebook: 'kafkaWorkbench.notebook.exportMarkdown',
  showLog: 'kafkaWorkbench.showLog',
} as const;

/** The id of one of our commands. */
export type CommandId = (typeof commands)[keyof typeof commands];

/** Views in the activity bar. */
export const views = { explorer: 'kafkaWorkbench.explorer' } as const;

/** View types of webview panels. */
export const panels = {
  tail: 'kafkaWorkbench.tail',
  result: 'kafkaWorkbench.result',
} as const;

/** What `.kafka` files are as notebooks: their type, what runs them, and what draws their outputs. */
export const notebookIds = {
  type: 'kafka-scratch-notebook',
  controller: 'kafka-scratch-runner',
  renderer: 'kafka-scratch-result',
} as const;

/** Language ids. */
export const languages = { scratch: 'kafka-scratch' } as const;

/** Setting keys below the prefix `kafkaWorkbench`. */
export const settingPrefix = 'kafkaWorkbench';
/** Setting keys, without the prefix. */
export const settings = {
  clusters: 'clusters',
  showInternalTopics: 'explorer.showInternalTopics',
  stopProducersOnClose: 'scratch.stopProducersOnClose',
  consumeFrom: 'scratch.consumeFrom',
  tailBudgetMb: 'tail.memoryBudgetMb',
} as const;

/** Context keys that `when` clauses use. */
export const contextKeys = {
  hasClusters: 'kafkaWorkbench.hasClusters',
  internalTopicsShown: 'kafkaWorkbench.internalTopicsShown',
} as const;
