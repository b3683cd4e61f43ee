/** The shapes of the block of data as the viewer reads it; the columns are those of payload.COLUMNS. */

type Str = string | null;
type Num = number | null;
type Point = [number, number]; // [x, y] in pixels of the screen, or [lat, lon] in degrees
type Line = Point[];
type Box = [number, number, number, number]; // left, top, right, bottom in pixels
type Span = [number, number]; // first and last day, counted from 1970-01-01

type Cell = string | number | boolean | null;
type Packed = Cell[] | { of: Cell[]; at?: number[]; runs?: number[] };
type PackedTable = { rows: number } & Record<string, Packed>;
type Words = Record<string, string>;
type Say = (key: string, values?: Record<string, unknown>) => string;

interface Row { index: number; declared?: Declared }
interface Placed { lat: Num; lon: Num }
interface Drawn { drawn: Num }
/** A date: its first and last possible day (null where open), where it stands in time, and its words. */
interface When {
  edtf: string; start: Num; end: Num; stands: Span[]; sure: boolean; doubtful: boolean;
  words: (language: string) => string; short: (language: string) => string;
}
interface Dated { date: Num; when: When | null }
interface Cited { rests_on?: StatementRow }
interface Said { certainty: string; status: string }

interface EventRow extends Row, Dated, Said {
  kind_of: 'event'; key: string; id?: undefined; event_id: string; event: string; type: string; date_basis: Str; date_text: Str;
  actors: Str; against: Str; counts: Str; contradiction: Str;
  marks: MarkRow[]; statements: StatementRow[]; shapes: ShapeRow[];
}
interface PlaceRow extends Row, Placed {
  kind_of: 'place'; key: string; id: string; name: string; names: Str; name_my: Str; kind: string; township: Str;
  state_region: Str; pcode: Str; geonames_id: Num; uncertainty_m: Num; located_by: string; location_evidence: Str;
  location_credit: Str; location_note: Str;
}
interface RouteRow extends Row {
  kind_of: 'route'; key: string; id: string; name: string; from: string; to: string; via: Str; drawn_km: Num;
  straight_km: Num; uncertainty_m: Num; quality: Str; chain?: Line[];
}
interface DistanceRow extends Row, Said, Cited, Drawn {
  kind_of: 'distance'; key: string; id: string; kind: string; from: Str; from_name: Str; to: Str; to_name: Str;
  route: Str; stated: Str; stated_my: Str; worked_out: Str; bearing: Str; measured_km: Num; straight_km: Num; azimuth: Num;
  verdict: string; verdict_detail: Str; grade: string; label_from: Num; label_to: Num; statement: Num;
}
interface PositionRow extends Row, Dated, Said, Cited, Placed {
  kind_of: 'position'; key: string; id: string; route: string; from: Str; from_name: Str; place: Str; stated: Str; stated_my: Str;
  date_text: Str; km: Num; actors: Str; uncertainty_m: Num; said_by: Str; statement: Num;
}
interface ControlRow extends Row, Placed {
  kind_of: 'control'; key: string; id: string; place: string; holder: Str; side: Str; standing: string;
  first: number; last: Num; said: Num; since: Num; told: Str; denied: Str;
  began: When | null; saying: StatementRow[]; denying: StatementRow[];
}
interface AccessRow extends Row, Said, Cited, Drawn {
  kind_of: 'access'; key: string; id: string; to: Str; to_name: Str; from: Str; from_name: Str; route: Str;
  route_name: Str; statement: Num;
}
interface SourceRow extends Row, Dated {
  kind_of: 'source'; key: string; id: string; title: Str; publisher: Str; url: Str; wording: string;
  excerpt: boolean; read: boolean; notes: Str; text: string; statements: StatementRow[]; mentions: MentionRow[];
}
/** What the block says of a kind of statement: its table, the column that names a row, those of a card with their names. */
interface Declared { table: string; title: string; label: string; card: [string, string][]; lasting?: boolean; area?: boolean }
/** A row of a kind that the viewer knows by its declaration alone. */
interface OtherRow extends Row, Dated, Said, Placed, Drawn {
  kind_of: 'other'; key: string; id: string; declared: Declared; titled: string; saying: StatementRow[]; [column: string]: any;
}
type Item = EventRow | PlaceRow | RouteRow | DistanceRow | PositionRow | ControlRow | AccessRow | SourceRow | OtherRow;
type Figure = DistanceRow | PositionRow | ControlRow | AccessRow | OtherRow;

interface MarkRow extends Row, Placed {
  event: number; role: Str; place: Str; place_name: Str; route: Str; uncertainty_m: Num; geo_precision: Num;
  located_by: string; owner: EventRow;
}
interface ShapeRow extends Row, Drawn {
  event: number; type: string; shape?: string; route?: Str; certainty?: string; owner: EventRow;
}
interface StretchRow extends Row, Drawn { quality: string; roads: Str; evidence: Str; credit: Str; usedBy: RouteRow[] }
interface CandidateRow extends Row, Placed { distance: string }
interface BandRow extends Row, Drawn { id: string }
interface AdvanceRow extends Row, Drawn, Said { actors: Str; statements: string }
interface StatementRow extends Row, Dated, Said {
  kind: string; title: Str; places: Str; counts: Str; said_by: Str; denied_by: Str; note: Str;
  start: number; length: number; end: number; event: Num; source: number; preferred: Num; impossible: Str; from: SourceRow; rows?: Figure[];
}
interface MentionRow extends Row { start: number; length: number; end: number; place: Str; source: number; from: SourceRow; kind?: undefined }
interface MissingRow extends Row { id: string; name: Str; event_id: Str; reason: Str; sources: Str }
interface ActorRow { id: string; name: string; side?: Str }
interface RiverRow extends Row { name: string }
interface BoundaryRow extends Row { left: Str; right: Str }

interface Tables {
  events: EventRow[]; places: PlaceRow[]; routes: RouteRow[]; stretches: StretchRow[]; marks: MarkRow[];
  event_lines: ShapeRow[]; event_areas: ShapeRow[]; distances: DistanceRow[]; candidates: CandidateRow[]; positions: PositionRow[];
  position_bands: BandRow[]; advances: AdvanceRow[]; control: ControlRow[]; access: AccessRow[]; sources: SourceRow[];
  statements: StatementRow[]; mentions: MentionRow[]; not_located: MissingRow[]; actors: ActorRow[]; rivers: RiverRow[];
  boundaries: BoundaryRow[];
}
interface Side { id: string; name: string; colour: string; dashes?: string }
interface Basemap { id: string; name: string; url: string; subdomains: string[]; max_zoom: number; credit: string }
interface Block {
  meta: { title: string; subtitle: string; view: Box; window: Box; asOf: Num; first: Num; last: Num; version: string };
  sides: Side[]; types: Record<string, { label: string; colour: string; path: string }>;
  kinds: Record<string, Declared>; plain: string; fills: Record<string, string>; happened: string[]; standings: Record<string, string>; basemaps: Basemap[];
  locator: { country: string; outline: Line[]; neighbours: [string, number, number][] };
  dates: {
    edtf: string[]; stands: number[][]; open: Packed | null; sure: Packed | null; doubtful: Packed | null;
    words: Record<string, string[]>; short: Record<string, Packed | null>;
  };
  words: Record<string, Words>; tables: Record<keyof Tables, PackedTable>; shapes: number[][][];
}

/** What the reader has chosen. */
interface Chosen {
  from: number; to: number; undated: boolean; actor: string; source: string; place: string;
  certainties: Set<string>; off: Set<string>; selected: string; aim: StatementRow | MentionRow | null;
}
/** What listeners are told of: see model/channel.js. */
interface Topics {
  shown: undefined; selected: undefined; frame: undefined; tab: string; group: { events: EventRow[]; title: string };
}

type Child = Node | string | false | null | undefined | Child[];
type Attributes = Record<string, string | number | boolean | null | undefined | ((event: any) => void)> | null;

/** A sign: all events of one type and filling on one spot. */
interface Sign {
  key: string; spot: string; lat: number; lon: number; mark: MarkRow | undefined; type: string; filling: string;
  draft: boolean; offset: boolean; events: EventRow[]; count: number; recent: boolean; at: Point; signs?: undefined;
}
/** What stands for signs that found no room. */
interface Badge { key: string; spot: string; at: Point; signs: Sign[]; count: number }

declare const FOLIUM: { map: string; rivers?: string; boundaries?: string };
