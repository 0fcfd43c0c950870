// The list of all commands: name, arguments, result, use case. The handlers of the window, their
// permissions and the TypeScript bindings are generated from it.
//
// `query` reads, `change` writes, and `exclusive` also waits for a backup in progress. Argument names
// are single words, because the bridge renames others. The shell implements `shell` commands itself:
// they work without an open journal.
commands! {
    shell {
        ready() -> ();
        locale() -> LocaleBundle;
        lock() -> ();
        unlock(kind: String, secret: String) -> ();
        repair(kind: String, secret: String) -> RepairView;
        support_while_locked() -> Option<support::SupportNow>;
        activity_log() -> String;
        save_file(request: saving::SaveRequest) -> Option<files::SavedFile>;
        open_saved(way: String) -> ();
        choose_backup_location() -> Option<Changed>;
        restore_elsewhere(secret: String) -> bool;
        restart() -> ();
        quit() -> ();
    }

    query preferences() -> app::preferences::PreferencesView = app::preferences::preferences;
    change complete_onboarding(country: String) -> Changed = app::preferences::complete_onboarding;
    change set_preference(key: String, value: String) -> Changed = app::preferences::set_preference;
    change announce_shortening() -> Changed = app::preferences::announce_shortening;
    change undo() -> Changed = app::undo::undo;
    change redo() -> Changed = app::undo::redo;

    query clock() -> day::clock::ClockView = day::clock::clock;
    query read_date(text: String) -> day::typed_date::TypedDate = day::typed_date::read_date;
    query day_page(day: Option<String>) -> day::page::DayPage = day::page::day_page;
    change record_entry(draft: Draft, form: Option<String>) -> Changed = entries::record::record_entry;
    change amend_entry(uid: String, draft: Draft, form: Option<String>) -> Changed = entries::record::amend_entry;
    change remove_entry(uid: String) -> Changed = entries::record::remove_entry;
    query preview_entry(draft: Draft) -> entries::preview::EntryPreview = entries::preview::preview_entry;
    change save_draft(form: String, draft: Draft) -> () = entries::drafts::save_draft;
    change discard_draft(form: String) -> () = entries::drafts::discard_draft;
    change copy_previous_day(day: String) -> Changed = entries::copy_previous::copy_previous_day;
    query entry_history(uid: String) -> Vec<entries::history::EntryVersion> = entries::history::entry_history;
    change restore_version(uid: String, revision: i64) -> Changed = entries::history::restore_version;
    query list_trash() -> Vec<entries::trash::RemovedEntryView> = entries::trash::list_trash;
    exclusive erase_entry(uid: String) -> Changed = entries::trash::erase_entry;
    query contradictions() -> Vec<entries::contradictions::ContradictionView> = entries::contradictions::contradictions;
    change mend_contradictions() -> Changed = entries::contradictions::mend_contradictions;
    query search(text: String) -> entries::search::SearchPage = entries::search::search;

    query trackers() -> trackers::TrackersView = trackers::trackers;
    query recent_answers(tracker: String) -> BTreeMap<String, Vec<String>> = trackers::recent_answers;
    change change_tracker(key: String, change: trackers::TrackerChange) -> Changed = trackers::change_tracker;
    query preview_tracker(form: trackers::builder::form::TrackerForm) -> trackers::TrackerView = trackers::builder::preview_tracker;
    change save_tracker(form: trackers::builder::form::TrackerForm) -> Changed = trackers::builder::save_tracker;
    query tracker_form(key: String) -> trackers::builder::form::TrackerForm = trackers::builder::tracker_form;
    change save_tracker_draft(form: trackers::builder::form::TrackerForm) -> () = trackers::builder::save_tracker_draft;
    change discard_tracker_draft(key: String) -> () = trackers::builder::discard_tracker_draft;
    query tracker_draft(key: String) -> Option<trackers::builder::form::TrackerForm> = trackers::builder::tracker_draft;
    change import_tracker(file: String, text: String) -> Changed = trackers::transfer::import_tracker;

    query pauses() -> Vec<pauses::PauseView> = pauses::pauses;
    change save_pause(uid: Option<String>, pause: Option<Pause>) -> Changed = pauses::save_pause;
    query support_now() -> support::SupportNow = support::support_now;
    query earlier_plans() -> Vec<support::plan::EarlierPlan> = support::plan::earlier_plans;
    change save_plan_part(part: PlanPart, lines: Vec<String>) -> Changed = support::plan::save_plan_part;
    query early_signs() -> support::signs::SignsPage = support::signs::early_signs;
    change save_sign(uid: Option<String>, sign: Option<EarlySign>) -> Changed = support::signs::save_sign;
    change save_own_line(uid: Option<String>, line: Option<OwnLine>) -> Changed = support::own::save_own_line;
    change save_group(uid: Option<String>, group: Option<support::own::GroupForm>) -> Changed = support::own::save_group;
    change save_person(uid: Option<String>, person: Option<Person>) -> Changed = support::people::save_person;
    query scales() -> questionnaires::list::ScalesPage = questionnaires::list::scales;
    query scale(tracker: String, day: Option<String>) -> questionnaires::answering::ScalePage = questionnaires::answering::scale;
    change set_scale(tracker: String, settings: ScaleSettings) -> Changed = questionnaires::due::set_scale;
    change put_off_scale(tracker: String) -> Changed = questionnaires::due::put_off_scale;
    change add_own_scale(name: String, min: Option<f64>, max: Option<f64>) -> Changed = questionnaires::own::add_own_scale;
    change mark_support_item(on: bool) -> Changed = questionnaires::support_item::mark_support_item;
    query treatment() -> treatment::page::TreatmentPage = treatment::page::treatment;
    query find_medicines(text: String) -> Vec<treatment::find::MedicineName> = treatment::find::find_medicines;
    change save_medicine(uid: Option<String>, form: treatment::form::MedicineForm) -> Changed = treatment::medicines::save_medicine;
    change change_dose(uid: String, dose: treatment::form::DoseForm) -> Changed = treatment::medicines::change_dose;
    change stop_medicine(uid: String, on: String, reason: StopReason, note: String) -> Changed = treatment::medicines::stop_medicine;
    change save_holds(uid: String, holds: Vec<treatment::holds::HoldForm>) -> Changed = treatment::holds::save_holds;
    change remove_medicine(uid: String) -> Changed = treatment::medicines::remove_medicine;
    change mark_doses(day: String, marks: Vec<treatment::doses::DoseMark>) -> Changed = treatment::doses::mark_doses;
    change take_as_needed(medicine: String, day: String, time: Option<String>) -> Changed = treatment::doses::take_as_needed;
    change untake(uid: String) -> Changed = treatment::doses::untake;
    change save_trial(uid: Option<String>, form: Option<treatment::trials::TrialForm>) -> Changed = treatment::trials::save_trial;
    change add_trials(forms: Vec<treatment::trials::TrialForm>) -> Changed = treatment::trials::add_trials;
    change save_health_note(uid: Option<String>, form: Option<treatment::health::HealthForm>) -> Changed = treatment::health::save_health_note;
    change note_supply(uid: String, on: String, days: String) -> Changed = treatment::medicines::note_supply;
    change import_trials(file: String, text: String) -> Changed = treatment::trial_csv::import_trials;
    query side_effects() -> treatment::effects::SideEffectsPage = treatment::effects::side_effects;
    change save_side_effect(uid: Option<String>, form: Option<treatment::effects::EffectForm>) -> Changed = treatment::effects::save_side_effect;
    change rate_side_effects(week: EffectWeek) -> Changed = treatment::effects::rate_side_effects;
    query courses() -> treatment::courses::CoursesPage = treatment::courses::courses;
    query course_chart(uid: String) -> Option<treatment::course_chart::CourseChart> = treatment::course_chart::course_chart;
    change save_course(uid: Option<String>, form: Option<treatment::courses::CourseForm>) -> Changed = treatment::courses::save_course;
    change save_session(uid: Option<String>, form: Option<treatment::sessions::SessionForm>) -> Changed = treatment::sessions::save_session;
    query life_events() -> Vec<treatment::life_events::LifeEventRow> = treatment::life_events::life_events;
    change save_life_event(uid: Option<String>, form: Option<treatment::life_events::LifeEventForm>) -> Changed = treatment::life_events::save_life_event;
    query activities() -> Vec<treatment::activities::ActivityRow> = treatment::activities::activities;
    change save_activity(uid: Option<String>, form: Option<treatment::activities::ActivityForm>) -> Changed = treatment::activities::save_activity;
    change mark_activity(uid: String, day: String, mark: ActivityMark) -> Changed = treatment::activities::mark_activity;
    query timeline() -> treatment::timeline::Timeline = treatment::timeline::timeline;
    query practices() -> Vec<practices::Practice> = practices::practices;
    change set_practice_timing(practice: String, minutes: u32, seconds: Vec<u32>) -> Changed = practices::set_practice_timing;

    query month(month: String, tracker: String, of: String) -> calendar::month::MonthPage = calendar::month::month;
    query year(year: Option<i32>, tracker: String, of: String) -> calendar::year::YearPage = calendar::year::year;
    query week(day: Option<String>) -> week::rows::WeekPage = week::rows::week;
    change save_week(cells: Vec<week::typed::WeekCell>) -> Changed = week::typed::save_week;
    query trends(span: String, everything: bool) -> figures::trends::TrendsPage = figures::trends::trends;

    change save_view(view: TrendView) -> Changed = figures::views::save_view;
    change remove_view(name: String) -> Changed = figures::views::remove_view;
    query profiles(span: String, everything: bool) -> figures::profiles::ProfilesPage = figures::profiles::profiles;
    query patterns() -> patterns::cards::PatternsPage = patterns::cards::patterns;
    change hide_pattern(key: String, on: bool) -> Changed = patterns::cards::hide_pattern;
    query before_after(day: Option<String>) -> patterns::before_after::BeforeAfterPage = patterns::before_after::before_after;

    query visit() -> visit::prepare::VisitPage = visit::prepare::visit;
    change change_visit(visit: Visit) -> Changed = visit::prepare::change_visit;
    query visit_text() -> String = visit::export::visit_text;
    query visit_preview() -> visit::export::VisitPreview = visit::export::visit_preview;
    change choose_preset(preset: String) -> Changed = visit::presets::choose_preset;
    query past_visits() -> Vec<visit::visits::PastVisit> = visit::visits::past_visits;
    change record_visit(on: String, agreed: String) -> Changed = visit::visits::record_visit;
    change change_past_visit(uid: String, agreed: Option<String>) -> Changed = visit::visits::change_past_visit;
    change add_entry_point(uid: String) -> Changed = visit::visits::add_entry_point;
    change add_point(text: String) -> Changed = visit::visits::add_point;

    query unlock_methods() -> lock::UnlockMethods = lock::unlock_methods;
    exclusive set_passphrase(passphrase: String) -> Changed = lock::set_passphrase;
    exclusive remove_lock() -> Changed = lock::remove_lock;
    exclusive set_keyring_unlock(on: bool) -> Changed = lock::set_keyring_unlock;
    exclusive revoke_trusted_sheet() -> Changed = lock::recovery_sheet::revoke_trusted_sheet;

    query backups() -> backup::BackupsPage = backup::backups;
    exclusive set_backup_location(path: String) -> Changed = backup::set_backup_location;
    exclusive create_backup() -> Changed = backup::create_backup;
    exclusive compare_backup(name: String) -> backup::restore::BackupComparison = backup::restore::compare_backup;
    exclusive restore_backup(name: String) -> Changed = backup::restore::restore_backup;
    exclusive verify_backup(name: String) -> Changed = backup::verify_backup;
}
