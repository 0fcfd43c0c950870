//! Side effects: the week, what is private, what opens the support page, refills.

use super::{add, daily, medicine, message, open, page};
use commands::Session;
use commands::app::undo;
use commands::treatment::effects::{
    EffectForm, SideEffectsPage, rate_side_effects, save_side_effect, side_effects,
};
use commands::treatment::medicines::note_supply;
use domain::treatment::{EffectRating, EffectWeek};

fn effect(item: &str) -> EffectForm {
    EffectForm {
        item: item.into(),
        words: String::new(),
        since: "2026-10-19".into(),
        guess: "sertraline".into(),
        note: String::new(),
        on_pages: None,
    }
}

fn keep(session: &mut Session, item: &str) -> String {
    let saved = save_side_effect(session, None, Some(effect(item))).unwrap();
    saved.uid.unwrap()
}

fn rate(session: &mut Session, uid: &str, strong: Option<u8>) -> SideEffectsPage {
    let mut week = side_effects(session).unwrap().week;
    let rating = EffectRating {
        strong,
        in_the_way: None,
    };
    week.ratings.insert(uid.into(), rating);
    rate_side_effects(session, week).unwrap();
    side_effects(session).unwrap()
}

#[test]
fn unanswered_effect_is_not_zero() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(&folder);
    let uid = keep(&mut session, "sweating");
    let shown = side_effects(&session).unwrap();
    assert_eq!(shown.title, "This week, 23 Nov to 29 Nov");
    assert_eq!(
        shown.now[0].about,
        "since 19 Oct 2026 · you suspect sertraline"
    );
    assert_eq!(shown.now[0].weeks, [None; 6]);
    let shown = rate(&mut session, &uid, Some(2));
    assert_eq!(shown.now[0].weeks[5], Some(2));
    assert!(shown.now[0].said.ends_with("not answered, 2"));
    let shown = rate(&mut session, &uid, None);
    assert_eq!(shown.now[0].weeks, [None; 6]);
    undo::undo(&mut session).unwrap();
    let shown = side_effects(&session).unwrap();
    assert_eq!(shown.now[0].rating.strong, Some(2));
}

#[test]
fn intimate_effects_are_on_no_page_by_default() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(&folder);
    for item in ["desire", "hallucinations", "nausea"] {
        keep(&mut session, item);
    }
    let shown = side_effects(&session).unwrap().now;
    let on_pages: Vec<bool> = shown.iter().map(|row| row.effect.on_pages).collect();
    assert_eq!(on_pages, [false, false, true]);
    assert!(shown[0].about.ends_with("on no page"));
    let ticked = EffectForm {
        on_pages: Some(true),
        ..effect("desire")
    };
    save_side_effect(&mut session, Some(shown[0].uid.clone()), Some(ticked)).unwrap();
    assert!(side_effects(&session).unwrap().now[0].effect.on_pages);
}

#[test]
fn only_thoughts_of_death_open_the_support_page() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(&folder);
    let groups = side_effects(&session).unwrap().groups;
    let items: Vec<String> = groups
        .into_iter()
        .flat_map(|g| g.items)
        .map(|i| i.key)
        .collect();
    assert_eq!(items.len(), 61);
    for item in &items {
        keep(&mut session, item);
    }
    let shown = side_effects(&session).unwrap();
    let opens = shown.now.iter().filter(|row| row.opens_support);
    let opens: Vec<&str> = opens.map(|row| row.effect.item.as_str()).collect();
    assert_eq!(opens, ["sad-thoughts"]);
    assert!(shown.groups.is_empty(), "what is kept is not offered again");
}

#[test]
fn answers_outside_the_week_or_scale_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(&folder);
    let now = side_effects(&session).unwrap().week;
    let high = EffectWeek {
        often: Some(7),
        ..now.clone()
    };
    assert!(rate_side_effects(&mut session, high).is_err());
    let other = EffectWeek::empty("2026-11-16".parse().unwrap());
    assert!(rate_side_effects(&mut session, other).is_err());
    let own = EffectForm {
        item: String::new(),
        ..effect("")
    };
    let error = save_side_effect(&mut session, None, Some(own)).unwrap_err();
    assert_eq!(message(&session, &error), "Write a name.");
}

#[test]
fn supply_is_counted_down_and_taken_back() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(&folder);
    let uid = add(
        &mut session,
        medicine("Sertraline", daily("2026-10-01", "50")),
    );
    assert_eq!(page(&session).now[0].supply, "");
    note_supply(&mut session, uid.clone(), "2026-11-01".into(), "30".into()).unwrap();
    assert_eq!(
        page(&session).now[0].supply,
        "8 days left of what you picked up"
    );
    let error =
        note_supply(&mut session, uid.clone(), "2026-11-01".into(), "x".into()).unwrap_err();
    assert_eq!(
        message(&session, &error),
        "Type a whole number from 1 to 366."
    );
    note_supply(&mut session, uid, "2026-11-01".into(), String::new()).unwrap();
    assert_eq!(page(&session).now[0].supply, "");
}
