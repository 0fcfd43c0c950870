// Forms of courses and sessions: what they begin with.
import type { CourseForm, CourseKind, CourseRow, SessionForm, SessionRow } from "../../api/bindings";

export const courseForm = (row: CourseRow | undefined, kind: CourseKind): CourseForm =>
  row
    ? {
        ...row.course,
        from: row.course.from ?? "",
        to: row.course.to ?? "",
        sessions_before: row.course.sessions_before === 0 ? "" : String(row.course.sessions_before),
      }
    : {
        kind,
        name: "",
        who: "",
        details: "",
        rhythm: "",
        from: "",
        to: "",
        sessions_before: "",
        takes_home: "",
        agenda: [],
        remember: [],
        on_charts: true,
        on_pages: false,
      };

/** A session as typed; a new one takes over what was to be brought and to be remembered. */
export const sessionForm = (course: CourseRow, row: SessionRow | undefined, today: string): SessionForm =>
  row
    ? { ...row.session, course: course.uid }
    : {
        course: course.uid,
        on: today,
        details: "",
        before: null,
        after: null,
        after_when: "",
        note: "",
        agenda: course.course.agenda,
        takeaways: "",
        how_was: null,
        remembered: course.course.remember.map((text) => ({ text, there: null })),
      };
