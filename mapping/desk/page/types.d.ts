/** What the desk tells and asks, as session.py writes it. */

type Entry = [string, string];

interface SentenceRow {
  start: number; end: number; statements: string[]; state: 'told' | 'decided' | 'none'; why: string;
  actors: string[]; measures: [number, string][]; counts: any[]; tellers: string[]; dates: { edtf: string; text: string; words: string }[]; places: string[];
}
interface MentionRow { start: number; end: number; name: string; place: Str; located: boolean }
interface CardRow {
  id: string; kind: string; type: Str; status: string; start: number; end: number; fields: Record<string, any>;
  what: string[]; when: string; doubts: string[]; version: string; confidence: number | null; faults: string[];
}
interface Fault { file?: string; record: string; message: string }
interface Sheet {
  id: string; title: string; publisher: string; published: string; published_words: string; url: string; wording: string;
  text: string; sentences: SentenceRow[]; mentions: MentionRow[]; statements: CardRow[];
  rejected: { quote: string; kind: string; type: string }[]; faults: Fault[]; curated: boolean;
}
interface ReportRow { id: string; title: string; published: string; drafts: number; statements: number; fault: string }
interface SpotRow { id: string; name: string; kind: string; lat: number; lon: number }
interface Ground {
  roads: [number, number][][]; places: SpotRow[]; window: [number, number, number, number]; view: [number, number, number, number];
}
interface Project {
  title: string; lists: Record<string, Entry[]>; fields: Record<string, string[]>; signs: Record<string, { path: string; colour: string }>;
  fills: Record<string, string>; sources: ReportRow[]; ground: Ground;
  last: { number: number; told: string } | null; reads_only: string;
}
interface Decided {
  told: string; more: string[]; number: number; last: { number: number; told: string } | null; files: string[];
  sheet?: Sheet; row?: ReportRow;
}
interface DrawnNow { features: any[]; not_located: [string, string][]; faults: string[] }
interface NameRow { name: string; told: { source: string; id: string; quote: string }[] }
interface CandidateRow {
  code: string; name: string; kind: string; township: string; pcode: string; point: [number, number] | null; evidence: string;
  near: [string, number][]; hints: string[]; place: Str;
}
interface PairRow { uid: string; event: string; title: string; quote: string; publisher: string; reasons: string[]; doubts: string[] }
interface WaitingRow { source: string; id: string; quote: string; why: string }
interface Choice { label: string; more?: string; value: any }
