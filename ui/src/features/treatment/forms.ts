// Forms about medicines: what they begin with, and what a plan is called.
import type { DoseForm, MedicineForm, MedicineRow, Plan, PlanKind, Segment } from "../../api/bindings";
import { formatNumber } from "../../components/parse-number";

export const PLAN_KINDS: PlanKind[] = ["daily", "weekdays", "every-days", "monthly", "taper", "as-needed"];

const text = (value: number) => formatNumber(value);

export const emptyDose = (today: string): DoseForm => ({
  from: today,
  unit: "mg",
  why: "",
  plan: "daily",
  times: [{ time: "08:00", amount: "" }],
  days: "2",
  weekdays: [],
  month_day: "1",
  steps: [{ days: "7", amount: "" }],
  most: "",
});

export const emptyMedicine = (today: string): MedicineForm => ({
  name: "",
  kind: "prescribed",
  form: "",
  reason: "",
  prescriber: "",
  dose: emptyDose(today),
  second: false,
});

/** Returns the fields of a plan as typed. */
function planFields(plan: Plan, base: DoseForm): DoseForm {
  const times = "times" in plan ? plan.times.map((t) => ({ time: t.time, amount: text(t.amount) })) : base.times;
  const form = { ...base, plan: plan.kind, times };
  switch (plan.kind) {
    case "daily":
      return form;
    case "weekdays":
      return { ...form, weekdays: plan.weekdays };
    case "every-days":
      return { ...form, days: String(plan.days) };
    case "monthly":
      return { ...form, month_day: String(plan.day) };
    case "taper":
      return {
        ...form,
        times: [{ time: plan.time, amount: "" }],
        steps: plan.steps.map((step) => ({ days: String(step.days), amount: text(step.amount) })),
      };
    case "as-needed":
      return { ...form, times: [{ time: "08:00", amount: text(plan.amount) }], most: plan.most };
  }
}

/** Returns a segment as typed, beginning on `from`. */
export function doseOf(segment: Segment | undefined, from: string): DoseForm {
  const base = emptyDose(from);
  return segment ? { ...planFields(segment.plan, base), unit: segment.unit } : base;
}

/** Returns a medicine as typed. */
export function formOf(row: MedicineRow): MedicineForm {
  const { name, kind, form, reason, prescriber, segments } = row.medicine;
  const last = segments.at(-1);
  return { name, kind, form, reason, prescriber, dose: doseOf(last, last?.from ?? ""), second: false };
}
