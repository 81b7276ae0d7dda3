import type { ComponentModel, PageModel } from './model.ts';

function component(module: string, extra: Partial<ComponentModel> = {}): ComponentModel {
  return { id: module, module, properties: {}, decorators: {}, facets: {}, visibility: null, ...extra };
}

function tab(id: string, title: string, body: ComponentModel): ComponentModel {
  return component('flexipage/tab', { id, properties: { title }, facets: { body: [body] } });
}

/** The record page of an object that no flexipage is made for. */
export function defaultRecordPage(object: string): PageModel {
  const tabs = [
    tab('detail', 'Standard.Tab.detail', component('force/detailPanel')),
    tab('related', 'Standard.Tab.relatedLists', component('force/relatedListContainer'))
  ];
  return {
    name: `Default_${object}`,
    label: object,
    type: 'RecordPage',
    object,
    template: 'flexipage:recordHomeTemplateDesktop',
    regions: [
      { name: 'header', components: [component('force/highlightsPanel')] },
      { name: 'main', components: [component('flexipage/tabset', { facets: { tabs } })] },
      { name: 'sidebar', components: [component('runtime_sales_activities/activityPanel')] }
    ]
  };
}
