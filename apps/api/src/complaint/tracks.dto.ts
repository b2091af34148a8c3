import { OfficersAct } from '../commands/when.dto.js';
import { Names, OneOf, Text, YesNo } from '../problems/fields.js';
import { long } from './dto.js';

export class ReceiveLeadDto extends OfficersAct {
  @Text(500) source!: string;
  @Text(long) what!: string;
}

export class ComplaintReasonDto extends OfficersAct {
  @Text(long) reason!: string;
}

export class CheckLeadDto extends OfficersAct {
  @YesNo() found!: boolean;
  @Text(long) report!: string;
}

export class DecideCaseFilingDto extends OfficersAct {
  @YesNo() filed!: boolean;
  @YesNo() reporterNamed!: boolean;
  @Text(long) reason!: string;
}

export class ComplaintToldDto extends OfficersAct {
  @Text(500) how!: string;
}

export class ReferCompetenceDto extends OfficersAct {
  @Names(2, 10, 200) between!: string[];
  @Text(200) to!: string;
  @Text(long) ground!: string;
}

export class DecideCompetenceDto extends OfficersAct {
  @Text(200) competent!: string;
  @Text(long) reason!: string;
}

export class HoldComplaintMediationDto extends OfficersAct {
  @Text(300) place!: string;
  @Names(1, 30, 100) attendees!: string[];
  @Text(long) minutes!: string;
  @OneOf(['agreed', 'adjourned', 'failed']) outcome!: 'agreed' | 'adjourned' | 'failed';
}

export class AgreeComplaintSettlementDto extends OfficersAct {
  @Text(long) terms!: string;
}

export class RegisterPetitionDto extends OfficersAct {
  @Text(100) number!: string;
}

export class SortPetitionDto extends OfficersAct {
  @YesNo() accepted!: boolean;
  @Text(200) to!: string;
  @Text(long) reason!: string;
}

export class ObjectToPetitionDto extends OfficersAct {
  @Text(200) by!: string;
  @Text(long) ground!: string;
}

export class FinishPetitionDto extends OfficersAct {
  @Text(100) documentNumber!: string;
  @Text(long) opinion!: string;
}

export class RequestPetitionReviewDto extends OfficersAct {
  @Text(long) ground!: string;
}

export class DecidePetitionReviewDto extends OfficersAct {
  @Text(100) documentNumber!: string;
  @YesNo() upheld!: boolean;
  @Text(long) reason!: string;
}

export class FilePenaltyCaseDto extends OfficersAct {
  @Text(100) number!: string;
  @Text(long) suspicion!: string;
}

export class DecidePenaltyDto extends OfficersAct {
  @Text(100) number!: string;
  @YesNo() penalised!: boolean;
  @Text(long) reason!: string;
}

export class AnswerHelpDto extends OfficersAct {
  @Text(long) answer!: string;
}

export class RequestHelpDto extends OfficersAct {
  @YesNo() workingHours!: boolean;
  @Text(long) question!: string;
}
