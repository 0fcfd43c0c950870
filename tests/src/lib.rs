//! Integration tests across all crates: use cases without a window, clinical vectors, architecture.
//! End-to-end tests through the window are in `e2e`.

#[cfg(test)]
mod architecture;
#[cfg(test)]
mod backup_dates;
#[cfg(test)]
mod backups;
#[cfg(test)]
mod builder_numbers;
#[cfg(test)]
mod cli;
#[cfg(test)]
mod common;
#[cfg(test)]
mod contradictions;
#[cfg(test)]
mod daily_log;
#[cfg(test)]
mod day_page;
#[cfg(test)]
mod definitions;
#[cfg(test)]
mod e2e;
#[cfg(test)]
mod figures;
#[cfg(test)]
mod figures_context;
#[cfg(test)]
mod follow_up;
#[cfg(test)]
mod hard_days;
#[cfg(test)]
mod leftover_drafts;
#[cfg(test)]
mod locales;
#[cfg(test)]
mod module_circles;
#[cfg(test)]
mod nights;
#[cfg(test)]
mod patterns;
#[cfg(test)]
mod plain_recomputation;
#[cfg(test)]
mod printed_page;
#[cfg(test)]
mod questionnaires;
#[cfg(test)]
mod recovery;
#[cfg(test)]
mod refusals;
#[cfg(test)]
mod second_records;
#[cfg(test)]
mod stable_answers;
#[cfg(test)]
mod stable_times;
#[cfg(test)]
mod support;
#[cfg(test)]
mod terminal;
#[cfg(test)]
mod tracker_builder;
#[cfg(test)]
mod treatment;
#[cfg(test)]
mod trends_views;
#[cfg(test)]
mod true_figures;
#[cfg(test)]
mod undo_and_csv;
#[cfg(test)]
mod undo_properties;
#[cfg(test)]
mod unlock;
#[cfg(test)]
mod upgrade;
#[cfg(test)]
mod validation;
#[cfg(test)]
mod vectors;
#[cfg(test)]
mod week;
