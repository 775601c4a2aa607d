/** From the tree of a text to what is known of it. */
import { buildModel, type ModelOptions } from '../model/domain-model';
import type { WantedTarget } from '../schema/target';
import type { SyntaxTree } from '../syntax/nodes';
import { parseTemplate } from '../syntax/parse-template';
import { validate, type ValidatedModel } from './validate';

/**
 * Builds the model and checks the values in it. A text that turns out to be a template is read again as one.
 * @param earlier the model of another version of the text
 */
export function readModel(
  tree: SyntaxTree,
  target: WantedTarget,
  { earlier, ...options }: ModelOptions & { readonly earlier?: ValidatedModel | undefined } = {},
): ValidatedModel {
  const read = (each: SyntaxTree): ValidatedModel => {
    // What was found in a template says nothing of a config with the same words, and the other way round.
    const like = (earlier?.tree.template === undefined) === (each.template === undefined) ? earlier : undefined;
    return validate(buildModel(each, target, { ...options, earlier: like }), like);
  };
  const model = read(tree);
  const mark = model.templateMark;
  return mark === undefined || tree.template !== undefined ? model : read(parseTemplate(tree.text, mark));
}

/** A template as if it were a config, with something in its holes: for questions that do not depend on what that is. */
export function readAsConfig(model: ValidatedModel): ValidatedModel {
  const { template, ...tree } = model.tree;
  return template === undefined
    ? model
    : validate(buildModel(tree, model.target, { allowance: model.allowance, kind: model.kind, hostDefaults: model.hostDefaults }));
}
