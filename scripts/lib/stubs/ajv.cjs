// conf imports ajv and ajv-formats for schemas, and is given none: they would be two thirds of its size.
'use strict';

function refuse() {
  throw new Error('conf was given a schema, for which the bundle holds no validator');
}

exports.Ajv2020 = refuse;
exports.default = refuse;
