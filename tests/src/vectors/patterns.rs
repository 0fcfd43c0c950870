//! Patterns: the clinical vectors, a second implementation, and what chance alone shows.

use crate::common;
use domain::pattern::{
    Candidate, Finding, Outcome, Pair, SplitMix64, benjamini_hochberg, decide, detrended,
    effective_n, examine, interval, lag_1, median_difference, overlap, shift_p, spearman,
    theil_sen,
};
use serde_json::Value;

fn numbers(value: &Value) -> Vec<f64> {
    let all = value.as_array().unwrap();
    all.iter().map(|number| number.as_f64().unwrap()).collect()
}

fn clinical() -> Value {
    let text = std::fs::read_to_string(common::root().join("tests/vectors/clinical.json")).unwrap();
    serde_json::from_str(&text).unwrap()
}

fn near(a: f64, b: f64, within: f64) {
    assert!((a - b).abs() <= within, "{a} is not {b}");
}

#[test]
fn rank_correlations_match_vectors() {
    for vector in clinical()["spearman"].as_array().unwrap() {
        let (x, y) = (numbers(&vector["x"]), numbers(&vector["y"]));
        match vector["rho"].as_f64() {
            Some(rho) => near(spearman(&x, &y).unwrap(), rho, 1e-6),
            None => assert_eq!(spearman(&x, &y), None),
        }
        if let Some(p) = vector["circular_shift_p"].as_f64() {
            near(shift_p(&x, &y).unwrap(), p, 1e-12);
        }
    }
    let trend = &clinical()["autocorr"];
    let series = numbers(&trend["series"]);
    let r = lag_1(&series).unwrap();
    near(r, trend["lag1"].as_f64().unwrap(), 1e-9);
    let wanted = trend["neff_if_both_have_it"].as_f64().unwrap();
    near(effective_n(series.len(), r, r), wanted, 1e-3);
    near(shift_p(&series, &series).unwrap(), 0.1, 1e-12);
}

#[test]
fn corrections_slopes_and_overlaps_match_vectors() {
    let all = clinical();
    let p = numbers(&all["bh"]["p"]);
    let held = |q| {
        let held = benjamini_hochberg(&p, q).into_iter().enumerate();
        held.filter(|(_, held)| *held)
            .map(|(nth, _)| nth as f64)
            .collect::<Vec<f64>>()
    };
    assert_eq!(held(0.10), numbers(&all["bh"]["rejected_idx"]));
    assert_eq!(held(0.05), numbers(&all["bh"]["q05"]));
    let slope = theil_sen(
        &numbers(&all["theil_sen"]["t"]),
        &numbers(&all["theil_sen"]["v"]),
    );
    near(
        slope.unwrap(),
        all["theil_sen"]["slope_per_day"].as_f64().unwrap(),
        1e-6,
    );
    for vector in all["tau_AB"].as_array().unwrap() {
        let found = overlap(&numbers(&vector["A"]), &numbers(&vector["B"]));
        let count = |name: &str| usize::try_from(vector[name].as_u64().unwrap()).unwrap();
        assert_eq!(
            (found.up, found.down, found.ties),
            (count("pos"), count("neg"), count("ties"))
        );
        near(
            found.tau().unwrap(),
            vector["tau_AB"].as_f64().unwrap(),
            1e-4,
        );
        near(found.nap().unwrap(), vector["NAP"].as_f64().unwrap(), 1e-4);
    }
}

fn candidate(x: &[f64], y: &[f64]) -> Candidate {
    let pairs = x.iter().zip(y).map(|(first, then)| Pair {
        first: *first,
        then: *then,
    });
    Candidate {
        pairs: pairs.collect(),
        recorded: x.to_vec(),
    }
}

#[test]
fn results_equal_a_second_implementation() {
    let text = std::fs::read_to_string(common::root().join("tests/vectors/patterns.json")).unwrap();
    let all: Value = serde_json::from_str(&text).unwrap();
    let number = |value: &Value, name: &str| value[name].as_f64().unwrap();
    for case in all["pairs"].as_array().unwrap() {
        let (x, y) = (numbers(&case["x"]), numbers(&case["y"]));
        near(spearman(&x, &y).unwrap(), number(case, "rho"), 1e-9);
        near(shift_p(&x, &y).unwrap(), number(case, "p"), 1e-9);
        let draws = usize::try_from(case["draws"].as_u64().unwrap()).unwrap();
        let seed = case["seed"].as_u64().unwrap();
        let (low, high) = interval(&candidate(&x, &y), seed, draws).unwrap();
        near(low, number(case, "low"), 1e-9);
        near(high, number(case, "high"), 1e-9);
    }
    let case = &all["difference"];
    let (earlier, later) = (numbers(&case["earlier"]), numbers(&case["later"]));
    let (change, (low, high)) = median_difference(&earlier, &later, 7, 500).unwrap();
    near(change, number(case, "change"), 1e-9);
    near(low, number(case, "low"), 1e-9);
    near(high, number(case, "high"), 1e-9);
    let maybe = |value: &Value| -> Vec<Option<f64>> {
        value
            .as_array()
            .unwrap()
            .iter()
            .map(Value::as_f64)
            .collect()
    };
    let left = detrended(&maybe(&all["drift"]["values"]), &[20, 41]);
    assert_eq!(left, maybe(&all["drift"]["left"]));
}

/// A normal number (Box and Muller).
fn normal(random: &mut SplitMix64) -> f64 {
    let radius = (-2.0 * random.unit().max(f64::MIN_POSITIVE).ln()).sqrt();
    radius * (std::f64::consts::TAU * random.unit()).cos()
}

/// A series that resembles itself from day to day.
fn series(random: &mut SplitMix64, n: usize, phi: f64) -> Vec<f64> {
    let mut last = normal(random);
    let step = |_| {
        last = phi * last + (1.0 - phi * phi).sqrt() * normal(random);
        last
    };
    (0..n).map(step).collect()
}

/// Returns the share of pairs that are told, each looked at by itself.
fn told(pairs: usize, mut one: impl FnMut() -> (Vec<f64>, Vec<f64>)) -> f64 {
    let is_told = |_: &usize| {
        let (x, y) = one();
        let found = decide(vec![examine(&candidate(&x, &y))]);
        matches!(found.as_slice(), [Outcome::Pattern(_)])
    };
    (0..pairs).filter(is_told).count() as f64 / pairs as f64
}

#[test]
fn unrelated_series_are_rarely_told() {
    for phi in [0.6, 0.8] {
        for n in [30, 60, 120] {
            let mut random = SplitMix64::new(7 + n as u64);
            let share = told(600, || {
                (series(&mut random, n, phi), series(&mut random, n, phi))
            });
            assert!(share <= 0.12, "φ {phi}, {n} days: {share}");
        }
    }
}

#[test]
fn planted_effect_is_found() {
    let mut random = SplitMix64::new(3);
    let share = told(200, || {
        let x = series(&mut random, 91, 0.3);
        let day_before = x.iter().take(90);
        let y = day_before.map(|x| 0.6 * x + normal(&mut random) * 0.8);
        let y: Vec<f64> = y.collect();
        let maybe =
            |all: &[f64]| detrended(&all.iter().copied().map(Some).collect::<Vec<_>>(), &[]);
        let both = maybe(&x[..90]).into_iter().zip(maybe(&y));
        both.filter_map(|(x, y)| x.zip(y)).unzip()
    });
    assert!(share >= 0.8, "{share}");
}

#[test]
fn too_few_days_and_constant_series_are_said() {
    let x: Vec<f64> = (0..29).map(f64::from).collect();
    assert_eq!(examine(&candidate(&x, &x)), Finding::NotEnough { n: 29 });
    let flat = vec![4.0; 40];
    let rising: Vec<f64> = (0..40).map(f64::from).collect();
    assert_eq!(
        examine(&candidate(&flat, &rising)),
        Finding::TooAlike { n: 40 }
    );
    // Yes or no takes eight days of each.
    let yes = |days: usize| {
        (0..40)
            .map(|nth| if nth < days { 1.0 } else { 0.0 })
            .collect::<Vec<f64>>()
    };
    assert_eq!(
        examine(&candidate(&yes(7), &rising)),
        Finding::TooAlike { n: 40 }
    );
    assert!(matches!(
        examine(&candidate(&yes(8), &rising)),
        Finding::Tested(_)
    ));
}
