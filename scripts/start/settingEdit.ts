import ts from 'typescript';

/**
 * The text of a settings file in which one value is another one; comments, order and everything else stay.
 * `path` names the value: `['kafkaWorkbench.clusters', 'Local']`. Objects that are missing on the way are made.
 *
 * @returns undefined where the text is no object that VS Code itself would read
 */
export function settingEdit(
  text: string,
  path: readonly string[],
  value: unknown,
): string | undefined {
  if (ts.parseConfigFileTextToJson('settings.json', text).error !== undefined) return undefined;
  const file = ts.parseJsonText('settings.json', text);
  const [statement] = file.statements;
  if (statement === undefined || !ts.isObjectLiteralExpression(statement.expression)) {
    return undefined;
  }
  let object = statement.expression;
  for (const [depth, name] of path.entries()) {
    const below = path.slice(depth + 1).reduceRight((inner, key) => ({ [key]: inner }), value);
    const found = object.properties
      .filter(ts.isPropertyAssignment)
      .find((property) => ts.isStringLiteral(property.name) && property.name.text === name);
    if (found === undefined) {
      const comma = object.properties.length > 0 ? ',' : '';
      const start = object.getStart(file) + 1;
      const entry = `${JSON.stringify(name)}: ${JSON.stringify(below)}${comma}`;
      return `${text.slice(0, start)}\n  ${entry}${text.slice(start)}`;
    }
    const { initializer } = found;
    if (depth === path.length - 1 || !ts.isObjectLiteralExpression(initializer)) {
      const [start, end] = [initializer.getStart(file), initializer.getEnd()];
      return `${text.slice(0, start)}${JSON.stringify(below)}${text.slice(end)}`;
    }
    object = initializer;
  }
  return undefined;
}
