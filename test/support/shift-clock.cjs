'use strict';
// Moves the clock of a Node program that it is loaded into (`node --require`): STUDY_TEST_SHIFT in milliseconds, or
// STUDY_TEST_AT, the moment (ms UTC) at which the program begins.
const RealDate = Date;
const realNow = RealDate.now.bind(RealDate);
const { STUDY_TEST_AT: at, STUDY_TEST_SHIFT: shift } = process.env;
const ahead = at === undefined ? Number(shift || 0) : Number(at) - realNow();

globalThis.Date = class Date extends RealDate {
  constructor(...given) {
    if (given.length === 0) super(realNow() + ahead);
    else super(...given);
  }

  static now() {
    return realNow() + ahead;
  }
};
