import { OneOf } from '../problems/fields.js';
import { HoldersQueryDto, StatisticsQueryDto } from '../statistics/statistics.dto.js';
import { exportFormats } from './exports.dto.js';

export class StatisticsExportQueryDto extends StatisticsQueryDto {
  @OneOf(exportFormats, { optional: true }) format?: (typeof exportFormats)[number];
}

export class HoldersExportQueryDto extends HoldersQueryDto {
  @OneOf(exportFormats, { optional: true }) format?: (typeof exportFormats)[number];
}
