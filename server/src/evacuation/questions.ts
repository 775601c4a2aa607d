/** What there is to ask about emptying hosts, as the facade offers it. */
import type { Say } from '../messages/say';
import type { FleetHost, FleetMember } from '../topology/topology';
import { sizeOf } from '../topology/words';
import { evacuationPage } from './page';
import { planEvacuation } from './plan';
import { type EvacuationReport, reportEvacuation } from './report';

export interface EvacuationQuestions {
  /**
   * How a host is emptied, or why it cannot be.
   * @param members all domains of the fleet, with the hosts that they may run on
   * @param from the id of the host; undefined is the answer where there is no such host
   */
  evacuate(members: readonly FleetMember[], hosts: readonly FleetHost[], from: string): EvacuationReport | undefined;
  /** The same as a page in Markdown. */
  evacuationPage(report: EvacuationReport, linkTo: (file: string) => string | undefined): string;
  /** KiB in few words. */
  sayMemory(kib: number): string;
}

export function answerEvacuation(say: Say): EvacuationQuestions {
  return {
    evacuate: (members, hosts, from) => {
      const evacuation = planEvacuation(members, hosts, from);
      return evacuation === undefined ? undefined : reportEvacuation(evacuation, say);
    },
    evacuationPage: (report, linkTo) => evacuationPage(report, linkTo, say),
    sayMemory: sizeOf,
  };
}
