import type { Corrector, ObjectionAbout } from '@redress/cases/credit-repair/events.js';
import { OfficersAct } from '../commands/when.dto.js';
import { OneOf, Text, YesNo } from '../problems/fields.js';
import { long } from './dto.js';

export class RaiseObjectionDto extends OfficersAct {
  @OneOf(['content', 'period', 'result']) about!: ObjectionAbout;
  @OneOf(['platform', 'source', 'creditService']) by!: Corrector;
  @Text(long) ground!: string;
}

export class ForwardObjectionDto extends OfficersAct {
  @Text(200) to!: string;
}

export class DecideObjectionDto extends OfficersAct {
  @YesNo() upheld!: boolean;
  @Text(long, { nullable: true }) correction!: string | null;
  @Text(long) reason!: string;
}

export class RecordNumberDto extends OfficersAct {
  @Text(100) number!: string;
}

export class RecordDocumentDto extends OfficersAct {
  @Text(200) document!: string;
}

export class RecordPlaceDto extends OfficersAct {
  @Text(200) where!: string;
}
