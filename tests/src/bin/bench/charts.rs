//! Trends of fifty years in the window, beside uPlot and ECharts with the same days in the same web view.

use crate::window::{driven, found};
use crate::{Line, built, copied, median, open};
use commands::figures::context::PeriodContext;
use commands::figures::measure::load_measure;
use commands::figures::trends;
use std::path::{Path, PathBuf};

/// How often each is drawn.
const ROUNDS: usize = 9;

/// Number of series that the libraries draw: with fifty years, up to 73,000 points, each for itself.
const SERIES: usize = 4;

/// Switches Trends to everything, again and again: milliseconds from the press to the painted charts.
const OURS: &str = r"
const [rounds, done] = arguments;
const press = (name) => [...document.querySelectorAll('main button[role=radio]')].find((b) => b.textContent.trim() === name).click();
const period = () => document.querySelector('main .bar-line .small')?.textContent;
const channel = new MessageChannel();
// Resolves once the period has changed and the next frame is painted.
function shown(name) {
  const before = period();
  return new Promise((resolve) => {
    const seen = new MutationObserver(() => {
      if (period() === before) return;
      seen.disconnect();
      channel.port1.onmessage = () => resolve();
      requestAnimationFrame(() => channel.port2.postMessage(0));
    });
    seen.observe(document.querySelector('main'), { subtree: true, childList: true, characterData: true });
    press(name);
  });
}
(async () => {
  const taken = [];
  for (let nth = 0; nth < rounds; nth += 1) {
    await shown('30 days');
    await new Promise((resolve) => setTimeout(resolve, 150));
    const begun = performance.now();
    await shown('All');
    taken.push(performance.now() - begun);
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  done(taken);
})();";

/// Draws series with uPlot and ECharts, again and again: milliseconds from the call to the painted frame.
const THEIRS: &str = r"
const [days, series, rounds, done] = arguments;
const channel = new MessageChannel();
const painted = () => new Promise((resolve) => {
  channel.port1.onmessage = () => resolve();
  requestAnimationFrame(() => channel.port2.postMessage(0));
});
const [width, height] = [900, 560];
function place() {
  const box = document.createElement('div');
  Object.assign(box.style, { width: `${width}px`, height: `${height}px` });
  document.body.replaceChildren(box);
  return box;
}
function withUplot(box) {
  const colours = ['#a33', '#3a3', '#33a', '#888'];
  const chart = new uPlot({ width, height, series: [{}, ...series.map((_, i) => ({ stroke: colours[i] }))] }, [days, ...series], box);
  return () => chart.destroy();
}
function withEcharts(box) {
  const chart = echarts.init(box);
  chart.setOption({
    animation: false,
    xAxis: { type: 'time' },
    yAxis: { type: 'value' },
    series: series.map((values) => ({ type: 'line', symbol: 'none', data: values.map((v, i) => [days[i] * 1000, v]) })),
  });
  return () => chart.dispose();
}
(async () => {
  const taken = [[], []];
  for (let nth = 0; nth < rounds + 2; nth += 1) {
    for (const [at, draw] of [withUplot, withEcharts].entries()) {
      const box = place();
      await new Promise((resolve) => setTimeout(resolve, 150));
      const begun = performance.now();
      const end = draw(box);
      await painted();
      // The first two warm the script's compiler.
      if (nth > 1) taken[at].push(performance.now() - begun);
      end();
    }
  }
  return taken;
})().then(done, (error) => done(String(error)));";

pub fn trends(place: &Path, journal: &Path, lines: &mut Vec<Line>) {
    let (days, series, points) = data(journal);
    let copy = copied(place, "looking", journal);
    let ours: Vec<f64> = driven(place, &built("daymark"), &copy, async |driver| {
        found(driver, ".scale button").await;
        let go = "[...document.querySelectorAll('nav button')].find((b) => b.textContent.trim() === 'Trends').click()";
        driver.execute(go, vec![]).await.unwrap();
        found(driver, "main .figure").await;
        let taken = driver.execute_async(OURS, vec![ROUNDS.into()]).await;
        taken.unwrap().convert().unwrap()
    });
    let ours = median(ours);
    let mut line = |name: String, limit, target| {
        lines.push(Line {
            name,
            figure: ours,
            unit: "ms",
            limit,
            target,
        });
    };
    line(
        format!("Trends of {points} values in columns, in ms"),
        1.0,
        16.7,
    );
    let sources = [
        "uplot/dist/uPlot.iife.min.js",
        "echarts/dist/echarts.min.js",
    ]
    .map(source);
    let [Some(mut uplot), Some(echarts)] = sources else {
        println!("tests/peers is not installed: uPlot and ECharts are left out");
        return;
    };
    // A script of the driver is a function: what it declares has to be handed out.
    uplot.push_str("\nwindow.uPlot = uPlot;");
    let empty = built("examples/empty");
    let theirs: Vec<Vec<f64>> = driven(place, &empty, &copy, async |driver| {
        driver.execute(uplot, vec![]).await.unwrap();
        driver.execute(echarts, vec![]).await.unwrap();
        let arguments = vec![
            serde_json::to_value(&days).unwrap(),
            serde_json::to_value(&series).unwrap(),
            ROUNDS.into(),
        ];
        let taken = driver.execute_async(THEIRS, arguments).await.unwrap();
        let said = taken.json().clone();
        serde_json::from_value(said.clone()).unwrap_or_else(|_| panic!("{said}"))
    });
    let points = series.iter().flatten().flatten().count();
    for (name, taken) in ["uPlot", "ECharts"].iter().zip(theirs) {
        line(
            format!("the same, to {points} points by {name}"),
            median(taken),
            1.0,
        );
    }
}

fn source(name: &str) -> Option<String> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("peers/node_modules");
    std::fs::read_to_string(folder.join(name)).ok()
}

/// Returns the days in seconds, the series that the libraries draw, and how many values all charts of
/// Trends have.
fn data(journal: &Path) -> (Vec<i64>, Vec<Vec<Option<f64>>>, usize) {
    let session = open(journal);
    let period = session.journal().date_range().unwrap().unwrap();
    let context = PeriodContext::new(&session, period).unwrap();
    let (mut series, mut points) = (Vec::new(), 0);
    for (definition, chart) in trends::charts(&session).unwrap() {
        let panel = trends::panel(&session, definition, chart, &context, &[]).unwrap();
        // What Trends draws without being asked for more.
        if chart.optional || panel.few {
            continue;
        }
        let view = load_measure(&session, definition, chart, &context).unwrap();
        points += view.series.values.iter().flatten().count();
        series.push(view.series.values.clone());
    }
    series.truncate(SERIES);
    let seconds = |nth| period.day(nth).and_hms_opt(0, 0, 0).unwrap().and_utc();
    let days = (0..period.days()).map(|nth| seconds(nth).timestamp());
    let days: Vec<i64> = days.collect();
    session.close().unwrap();
    (days, series, points)
}
