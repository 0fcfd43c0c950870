// The list of all commands. The window's handlers, their permissions and the client's types are
// generated from it. Argument names are single words, because the bridge renames others.
// Included where the types of `wire` are in scope, and by the shell's build script (names only).
commands! {
    launch() -> Launch;
    begin(country: String) -> Changed;
    prefer(key: String, value: String) -> Changed;
    day_page(day: Option<String>) -> DayPage;
    record_entry(draft: Draft, form: Option<String>) -> Changed;
    amend_entry(uid: String, draft: Draft, form: Option<String>) -> Changed;
    remove_entry(uid: String) -> Changed;
    add_up(draft: Draft) -> Sum;
    keep_draft(form: String, draft: Draft) -> ();
    drop_draft(form: String) -> ();
    same_as_before(day: String) -> Changed;
    recent(tracker: String) -> Recent;
    history(uid: String) -> Vec<Past>;
    bring_back(uid: String, revision: i64) -> Changed;
    removed() -> Vec<RemovedShown>;
    erase_entry(uid: String) -> Changed;
    pauses() -> Vec<PauseShown>;
    change_pause(uid: Option<String>, pause: Option<Pause>) -> Changed;
    doors() -> DoorsPage;
    set_passphrase(passphrase: String) -> Changed;
    take_lock_off() -> Changed;
    set_computer(on: bool) -> Changed;
    make_sheet() -> SavedTo;
    make_trusted_sheet() -> SavedTo;
    revoke_trusted_sheet() -> Changed;
    backups() -> BackupsPage;
    set_backup_place(path: String) -> Changed;
    back_up() -> Changed;
    compare_backup(name: String) -> Compared;
    restore_backup(name: String) -> Changed;
    drill_backup(name: String) -> Changed;
    tune_practice(practice: String, minutes: u32, seconds: Vec<u32>) -> Changed;
    practices() -> Vec<Practice>;
    search(text: String) -> SearchPage;
    change_tracker(key: String, change: TrackerChange) -> Changed;
    preview_tracker(own: Own) -> TrackerShown;
    keep_built(own: Own) -> ();
    drop_built(key: String) -> ();
    built(key: String) -> Option<Own>;
    keep_tracker(own: Own) -> Changed;
    own_tracker(key: String) -> Own;
    save_tracker(key: String) -> SavedTo;
    bring_tracker(file: String, text: String) -> Changed;
    undo() -> Changed;
    redo() -> Changed;
    month(month: String, tracker: String, of: String) -> MonthPage;
    year(year: Option<i32>, tracker: String, of: String) -> YearPage;
    trends(span: String, everything: bool) -> TrendsPage;
    visit() -> VisitPage;
    change_visit(visit: Visit) -> Changed;
    save_pdf() -> SavedTo;
    save_csv() -> SavedTo;
    page_text() -> String;
}
