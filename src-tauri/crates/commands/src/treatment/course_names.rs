//! Names of courses and therapies.

use crate::msg;
use crate::session::Session;
use domain::treatment::{Course, CourseKind};

/// Returns the name of a kind.
pub(crate) fn kind_title(session: &Session, kind: CourseKind) -> String {
    session.locale().text(match kind {
        CourseKind::Ect => msg::COURSE_ECT,
        CourseKind::Rtms => msg::COURSE_RTMS,
        CourseKind::Ketamine => msg::COURSE_KETAMINE,
        CourseKind::Esketamine => msg::COURSE_ESKETAMINE,
        CourseKind::Stimulation => msg::COURSE_STIMULATION,
        CourseKind::Light => msg::COURSE_LIGHT,
        CourseKind::Infusion => msg::COURSE_INFUSION,
        CourseKind::OtherCourse => msg::COURSE_OTHER,
        CourseKind::Cbt => msg::COURSE_CBT,
        CourseKind::Dbt => msg::COURSE_DBT,
        CourseKind::Ipt => msg::COURSE_IPT,
        CourseKind::Act => msg::COURSE_ACT,
        CourseKind::Cbasp => msg::COURSE_CBASP,
        CourseKind::Mbct => msg::COURSE_MBCT,
        CourseKind::Psychodynamic => msg::COURSE_PSYCHODYNAMIC,
        CourseKind::Group => msg::COURSE_GROUP,
        CourseKind::Family => msg::COURSE_FAMILY,
        CourseKind::OtherTherapy => msg::COURSE_OTHER_THERAPY,
    })
}

/// Returns the name of a course: the person's, or that of its kind.
pub(crate) fn course_name(session: &Session, course: &Course) -> String {
    if course.name.is_empty() {
        kind_title(session, course.kind)
    } else {
        course.name.clone()
    }
}
