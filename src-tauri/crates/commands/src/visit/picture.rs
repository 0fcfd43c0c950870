//! The picture of the page: both periods on one time axis, so that "before or after?" is answered by
//! looking down.

use crate::error::Result;
use crate::figures::context::PeriodContext;
use crate::figures::figure::printed_figure;
use crate::figures::measure::{MeasureView, events, load_measure};
use crate::session::Session;
use crate::treatment::life_events;
use crate::visit::lanes::lanes;
use crate::visit::periods::Periods;
use crate::visit::rows::{Measured, short_name};
use domain::Visit;
use domain::definition::ChartMark;
use domain::figure::{Span, Tick};
use domain::localizer::DateStyle;
use domain::visit::section;
use report::{Picture, PictureRow};

/// Returns the picture. Without its section it is empty.
///
/// # Errors
/// Fails if the journal can't be read.
pub(super) fn picture(
    session: &Session,
    visit: &Visit,
    periods: &Periods,
    measured: &[Measured<'_>],
) -> Result<Picture> {
    if !visit.has(section::PICTURE) {
        return Ok(Picture::default());
    }
    let whole = periods.whole();
    let context = context(session, visit, periods)?;
    let rows = rows(session, visit, periods, (&context, measured))?;
    let axis = rows.first().map(|row| row.figure.x.clone());
    let mut marks = context.life.clone();
    if visit.has(section::CHANGES) && !visit.less_identifying {
        let events = events(session, whole, false, |d| visit.includes(d))?;
        let at = |(day, what)| whole.index(day).map(|day| (day, day, what));
        marks.extend(events.into_iter().filter_map(at));
        marks.sort();
    }
    let span = |(from, to, label): (usize, usize, String)| Span {
        from: from as f64,
        to: to as f64,
        label,
    };
    Ok(Picture {
        days: whole.days(),
        split: periods.before.days(),
        x: if visit.less_identifying {
            numbered(periods)
        } else {
            axis.unwrap_or_default()
        },
        life_days: marks
            .iter()
            .map(|(from, ..)| periods.day(session, whole.day(*from), DateStyle::Day))
            .collect(),
        life: marks.into_iter().map(span).collect(),
        lanes: lanes(session, visit, periods)?,
        rows,
    })
}

/// Loads the context of both periods, without what the page leaves out.
fn context(session: &Session, visit: &Visit, periods: &Periods) -> Result<PeriodContext> {
    let mut context = PeriodContext::new(session, periods.whole())?;
    context.life = if visit.has(section::LIFE) && !visit.less_identifying {
        life_events::as_spans(session, periods.whole(), false)?
    } else {
        Vec::new()
    };
    if periods.without_states {
        context.states.clear();
    }
    if visit.less_identifying {
        // A reason of a pause may say where somebody was.
        context.pauses.iter_mut().for_each(|pause| pause.2.clear());
    }
    Ok(context)
}

/// Returns the rows. What was done stands above how it was: scores before the days.
fn rows(
    session: &Session,
    visit: &Visit,
    periods: &Periods,
    (context, measured): (&PeriodContext, &[Measured<'_>]),
) -> Result<Vec<PictureRow>> {
    let scored = |one: &&Measured<'_>| one.chart.mark == ChartMark::Scores;
    let drawn = || measured.iter().filter(|one| one.row.drawn);
    let ordered = drawn().filter(scored);
    let ordered = ordered.chain(drawn().filter(|one| !scored(one)));
    let mut rows = Vec::new();
    for one in ordered {
        let view = load_measure(session, one.definition, one.chart, context)?;
        let mut figure = printed_figure(session, &view, &[]);
        if visit.less_identifying {
            figure.x = numbered(periods);
        }
        rows.push(PictureRow {
            name: short_name(session, &view),
            note: note(session, &view, &one.row.scale),
            figure,
            before: one.row.before.clone(),
            now: one.row.now.clone(),
        });
    }
    Ok(rows)
}

/// Returns what stands below a name: the measure, unless it is named like its tracker, and its scale.
fn note(session: &Session, view: &MeasureView<'_>, scale: &str) -> String {
    let labels = session.locale().labels_of(view.definition);
    let measure = labels.get_or_key(&view.chart.of);
    let differs = measure != short_name(session, view) && view.chart.mark != ChartMark::Scores;
    let parts = differs.then_some(measure).into_iter().chain([scale]);
    let parts = parts.filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(", ")
}

/// Returns marks by number of day, in place of dates.
fn numbered(periods: &Periods) -> Vec<Tick> {
    let days = periods.whole().days();
    let step = (days / 8).max(1);
    let marks = (0..days).step_by(step);
    marks
        .map(|day| Tick {
            at: day as f64,
            label: (day + 1).to_string(),
        })
        .collect()
}
