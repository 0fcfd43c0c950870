// THE list of commands. Everything that can be asked of Daymark stands here once; the window's handlers, their
// permissions and the client's types are made from it. Arguments are single words: the bridge renames others.
// Included where the types of `wire` are in scope, and by the shell's build (names only).
commands! {
    launch() -> Launch;
    begin(country: String) -> Changed;
    prefer(key: String, value: String) -> Changed;
    day_page(day: Option<String>) -> DayPage;
    record_entry(draft: Draft) -> Changed;
    amend_entry(uid: String, draft: Draft) -> Changed;
    remove_entry(uid: String) -> Changed;
    add_up(draft: Draft) -> Vec<AddedUp>;
    undo() -> Changed;
    redo() -> Changed;
    month(month: String, tracker: String, of: String) -> MonthPage;
    trends(span: String, everything: bool) -> TrendsPage;
    visit() -> VisitPage;
    change_visit(visit: Visit) -> Changed;
    save_pdf() -> SavedTo;
    save_csv() -> SavedTo;
    page_text() -> String;
}
