import { refusalCodes } from '@redress/cases/shared/decision.js';
import { sentence } from './sentences.js';

/**
 * Refusals by the file itself (what is not there, was done already, does not add up) and by who may act: no article makes
 * them. Every other one rests on law, or on the operator's policy, and says which.
 */
const byTheFile = new Set(
  [
    // procedure
    'notAllowedInStatus dateInFuture afterNextStep beforePreviousStep reasonForDate dayForReason',
    'sameParty noAcceptingOffice notYourCompany notAHandlingAuthority noHandlingOffice rungAlreadyFired',
    'rungNotDue notAnOfficerHere alreadyFirstContact firstContactStays alreadyContacted alreadyHolder',
    'notAHigherOffice notALowerOffice alreadyThere jointHandlingStands dispatchObjectionOpen',
    'dispatchObjectionDecided noDispatchObjection noCoHandlers notAnOffice leadAsCoHandler namedTwice',
    'dayPassed noJointHandling notACoHandler noEvidence documentKindUnknown noSuchDocument alreadyServed',
    'noDefects toldOnce pauseGroundUnknown alreadyPaused pauseOverlaps notPaused noSuchEvent',
    'notCorrectable readingTooLong readingNotSeen notOneOf readsSoAlready noSuchCase sameCase',
    'alreadyLinked notLinked otherKind otherComplainant mergeIntoLater mergeIntoClosed alreadyTaken',
    'complainantsOwn alreadyRated noBadReview badReviewChecked outcomeObjectionOpen',
    'outcomeObjectionDecided noOutcomeObjection noRespondentHere noObjectionUpheld rungOverridden rungNotFired noSuchRung',
    'rungAcknowledged noReasonAwaited noProposalAwaited belowItsLevel noSuchGround groundNotInForce',
    'groundNotYetInForce groundNeedsFact notADay notTheDayOfReceipt channelDoesNotFit agentMissing agentNotNamed agentStands',
    'agentIsComplainant noAgent notMarkable notYourPart alreadyMarked supplementAwaited noSuchMark',
    'noSuchReferral referralAnswered',
    // overdue-payment
    'interestNotComputable noLines amountNotPositive disputedExceedsAmount acceptedBeforeDelivery',
    'dueBeforeContract totalTooLarge notAMediatorHere alreadyMediator admittedExceedsClaim lessThanPaid',
    'noMediator noInstalments dueBeforeSettlement instalmentsOutOfOrder instalmentsDoNotAddUp',
    'exceedsOutstanding noSuchInstalment paidBeforeSettlement notPaidInFull noSettlement settlementStands',
    'nothingPaid nothingOutstanding alreadyFedBack termTwice noSuchLine noReply noSuchOffer offerAnswered',
    'alreadyMissed instalmentNotDue instalmentPaid settlementNotKept noSuchProof proofAnswered',
    'sheetExceedsClaim noSum alreadyFound',
    // complaint
    'policyOutsideCategory noCharges alreadyGraded notGraded sameGrade remedyWithoutBreach noSuchCharge',
    'allowedMissing noRefundOrdered exceedsRefund alreadyReferred',
    'noCluster findingMissing refundOutstanding findingAgainstRespondent noReferral notFedBack',
    'trackOutOfOrder',
    // credit-repair
    'publishedBeforeFinding noMaximum publicityEnded alreadyShared alreadyTold sanctionsLifted',
    'objectionOpen noObjection objectionMarked objectionForwarded objectionReceived nothingRepaired',
    'recordOutOfOrder',
    // ip-fast-track
    'defenceAlreadyThere noDefence defenceAlreadyPassedOn hearingAlreadyHeld noHearing',
    'hearingAlreadyNotified notStayed rulingAlreadyServed rulingAlreadyPublished rulingNotServed noRuling',
    'enforcementAlreadyRequested noAmountWithoutAgreement trackAlreadyThere noSuchTrack',
    'trackAlreadyClosed suitAlreadyThere neededForThisStep notForThisStep stepOutOfOrder',
  ].flatMap((codes) => codes.split(' ')),
);

const cited = {
  'zh-CN': /第.{1,12}(条|号令)|条例|《.+》|〕\d+号|局令第\d+号|委令第\d+号|平台规则|GB 32100/,
  en: /Art\. \d|Order \d|Regulation|Law|CNIPA \d|State Council Office|platform policy|GB 32100/,
};

test.each(refusalCodes.filter((code) => !byTheFile.has(code)))(
  '%s names what it rests on, in both languages',
  (code) => {
    for (const language of ['zh-CN', 'en'] as const) expect(sentence(code, {}, language)).toMatch(cited[language]);
  },
);

test('what is said of the file itself cites nothing, and is a refusal', () => {
  const refusals: ReadonlySet<string> = new Set(refusalCodes);
  expect([...byTheFile].filter((code) => !refusals.has(code))).toEqual([]);
  const citing = refusalCodes.filter((code) => byTheFile.has(code) && cited.en.test(sentence(code, {}, 'en')));
  expect(citing).toEqual([]);
});
