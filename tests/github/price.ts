import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';

type Variables = Readonly<Record<string, unknown>>;

/**
 * What a query costs by GitHub's documented formula: the requests needed to fill every connection, if each parent reaches
 * its limit, divided by a hundred and rounded; at least 1.
 */
export function priceOf(document: DocumentNode, variables: Variables): number {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const requests = document.definitions
    .filter((definition) => definition.kind === Kind.OPERATION_DEFINITION)
    .map(({ selectionSet }) => requestsIn(selectionSet, 1, fragments, variables))
    .reduce((sum, count) => sum + count, 0);
  return Math.max(1, Math.round(requests / 100));
}

function requestsIn(
  { selections }: SelectionSetNode,
  parents: number,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  variables: Variables,
): number {
  let sum = 0;
  for (const selection of selections) {
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      const fragment = fragments.get(selection.name.value);
      if (fragment) sum += requestsIn(fragment.selectionSet, parents, fragments, variables);
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      sum += requestsIn(selection.selectionSet, parents, fragments, variables);
    } else {
      const limit = selection.arguments?.find(({ name }) => name.value === 'first' || name.value === 'last');
      const ids = selection.arguments?.find(({ name }) => name.value === 'ids');
      const each = limit ? sizeOf(limit.value, variables) : ids ? sizeOf(ids.value, variables) : 1;
      if (limit) sum += parents;
      if (selection.selectionSet)
        sum += requestsIn(selection.selectionSet, parents * each, fragments, variables);
    }
  }
  return sum;
}

function sizeOf(value: ValueNode, variables: Variables): number {
  const given = value.kind === Kind.VARIABLE ? variables[value.name.value] : undefined;
  if (Array.isArray(given)) return given.length;
  return value.kind === Kind.INT ? Number(value.value) : Number(given ?? 1);
}
