//! axe accessibility checks in the real window.

use super::app::App;
use crate::common;

/// Returns every violation axe finds on the current screen, each prefixed with `screen`.
pub async fn violations(app: &App, screen: &str) -> Vec<String> {
    let axe = std::fs::read_to_string(common::root().join("ui/node_modules/axe-core/axe.min.js"))
        .unwrap();
    app.driver().execute(axe, vec![]).await.unwrap();
    let found = app
        .driver()
        .execute_async(
            "const done = arguments[arguments.length - 1];
             axe.run(document, { resultTypes: ['violations'] }).then(
               (r) => done(r.violations.flatMap((v) => v.nodes.map((n) => v.id + ': ' + n.html.slice(0, 160) + ' ' + (n.failureSummary || '')))),
               (e) => done(['axe did not run: ' + e]));",
            vec![],
        )
        .await
        .unwrap();
    let found: Vec<String> = found.convert().unwrap();
    found
        .into_iter()
        .map(|v| format!("{screen}: {v}"))
        .collect()
}
