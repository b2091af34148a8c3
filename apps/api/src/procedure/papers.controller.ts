import { Body, Param } from '@nestjs/common';
import { CaseCommands } from '../commands/case-commands.js';
import { CommandRoute, CommandRoutes } from '../commands/command-routes.js';
import { casesPath } from '../commands/paths.js';
import { Sender, type Sending } from '../commands/sender.js';
import * as dto from './papers.dto.js';

/** What is put on the file and goes out, pauses, corrections and links, in every kind of case. */
@CommandRoutes('Any case: papers and time', casesPath)
export class PapersController {
  constructor(private readonly commands: CaseCommands) {}

  @CommandRoute('add-note', 'Put a note on the file (备注)')
  addNote(@Param('case') of: string, @Body() body: dto.AddNoteDto, @Sender() sending: Sending) {
    return this.commands.act(null, of, 'addNote', body, sending);
  }

  @CommandRoute('add-evidence', 'Add evidence (补充证据)')
  addEvidence(@Param('case') of: string, @Body() body: dto.AddEvidenceDto, @Sender() sending: Sending) {
    return this.commands.act(null, of, 'addEvidence', body, sending);
  }

  @CommandRoute('issue-document', 'Issue a document (出具文书)')
  issueDocument(@Param('case') of: string, @Body() body: dto.IssueDocumentDto, @Sender() sending: Sending) {
    return this.commands.act(null, of, 'issueDocument', body, sending);
  }

  @CommandRoute(
    'serve-document',
    'Record the service of a document (送达): clocks that start on receipt start on its day',
  )
  serveDocument(@Param('case') of: string, @Body() body: dto.ServeDocumentDto, @Sender() sending: Sending) {
    return this.commands.act(null, of, 'serveDocument', body, sending);
  }

  @CommandRoute('request-supplement', 'Return for supplement, all defects at once (补正, 一次告知)')
  requestSupplement(@Param('case') of: string, @Body() body: dto.RequestSupplementDto, @Sender() sending: Sending) {
    return this.commands.act(null, of, 'requestSupplement', body, sending);
  }

  @CommandRoute('pause-handling', 'Pause the handling on a ground (中止)')
  pauseHandling(@Param('case') of: string, @Body() body: dto.PauseHandlingDto, @Sender() sending: Sending) {
    return this.commands.act(null, of, 'pauseHandling', body, sending);
  }

  @CommandRoute('resume-handling', 'Resume the handling after a pause of this ground (恢复)')
  resumeHandling(@Param('case') of: string, @Body() body: dto.PauseHandlingDto, @Sender() sending: Sending) {
    return this.commands.act(null, of, 'resumeHandling', body, sending);
  }

  @CommandRoute('correct-fact', 'Correct a recorded fact; both readings are kept (更正)')
  correctFact(@Param('case') of: string, @Body() body: dto.CorrectFactDto, @Sender() sending: Sending) {
    return this.commands.act(null, of, 'correctFact', body, sending);
  }

  @CommandRoute('link-case', 'Link another case (关联)')
  linkCase(@Param('case') of: string, @Body() body: dto.LinkCaseDto, @Sender() sending: Sending) {
    return this.commands.act(null, of, 'linkCase', body, sending);
  }

  @CommandRoute('unlink-case', 'Undo a link')
  unlinkCase(@Param('case') of: string, @Body() body: dto.UnlinkCaseDto, @Sender() sending: Sending) {
    return this.commands.act(null, of, 'unlinkCase', body, sending);
  }

  @CommandRoute('merge-case', 'Merge this case into another of its kind (并案)')
  mergeCase(@Param('case') of: string, @Body() body: dto.MergeCaseDto, @Sender() sending: Sending) {
    return this.commands.act(null, of, 'mergeCase', body, sending);
  }

  @CommandRoute('mark-confidential', 'Mark as confidential (保密标记)')
  markConfidential(@Param('case') of: string, @Body() body: dto.MarkConfidentialDto, @Sender() sending: Sending) {
    return this.commands.act(null, of, 'markConfidential', body, sending);
  }

  @CommandRoute('lift-confidentiality', 'Lift a mark of confidentiality (解除保密)')
  liftConfidentiality(@Param('case') of: string, @Body() body: dto.LiftConfidentialityDto, @Sender() sending: Sending) {
    return this.commands.act(null, of, 'liftConfidentiality', body, sending);
  }
}
