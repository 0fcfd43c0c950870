//! Text in another language than that of the interface.

use super::Session;
use super::settings::locale;

impl Session {
    /// Runs a query with all its text in a language, or in that of the interface.
    pub(crate) fn in_language<T>(
        &mut self,
        language: Option<&str>,
        query: impl FnOnce(&Self) -> T,
    ) -> T {
        let Some(language) = language else {
            return query(self);
        };
        let settings = &mut self.settings;
        let languages = [language.to_owned()];
        let other = locale(&languages, &settings.country, &settings.preferences);
        let own = std::mem::replace(&mut settings.locale, other);
        let result = query(self);
        self.settings.locale = own;
        result
    }
}
