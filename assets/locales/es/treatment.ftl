# Tratamiento: medicamentos, el historial, notas de salud y sus páginas.
place-treatment = Tratamiento
treatment-tabs = Partes de Tratamiento
treatment-tab-now = Ahora
treatment-tab-history = Historial
treatment-tab-conditions = Salud
treatment-note = Las hierbas y los suplementos también merece la pena contárselos a quien te receta. Daymark no comprueba interacciones ni aconseja dosis.
treatment-empty = Empieza por lo más fácil. Aquí nada juzga un tratamiento, comprueba una dosis ni da consejos: guarda lo que sabes, para que no lo tengas que recordar.
treatment-now-title = Lo que tomas ahora
treatment-now-lead = Con receta, sin receta, de hierbas. Así Hoy puede preguntarlo con una pulsación y la lista se puede imprimir.
treatment-tried-title = Lo que has probado antes
treatment-tried-lead = Una fecha puede ser un año; una dosis, «no me acuerdo». Mucha gente no lo recuerda todo; quizá una carta o la farmacia sí.
treatment-begin-history = Empezar el historial
medicine-add = Añadir un medicamento
medicine-print = Imprimir la lista
medicine-kind = Tipo
medicine-name = Nombre
medicine-form = Forma
medicine-reason = Para qué
medicine-prescriber = Quién lo receta
medicine-from = Desde
medicine-from-hint = Basta un año o un mes, como 2019 o 2019-03.
medicine-unit = Unidad
medicine-amount = Cantidad
medicine-time = Hora
medicine-when = Cuándo
medicine-another-time = Otra hora
medicine-step = Otro paso
medicine-step-days = Días
medicine-weekdays = Qué días
medicine-days = Cada cuántos días
medicine-month-day = Qué día del mes
medicine-most = Lo máximo al día, como te dijeron
medicine-typed = «{ $name }», como lo has escrito
medicine-suggestions = Nombres que encajan
medicine-since = desde { $day }
medicine-since-dose = desde { $day } (la primera dosis, { $first })
medicine-stopped = { $from } – { $to }{ $why }
medicine-stop-mark = { $name }, fin
medicine-change-dose = Cambiar la dosis
medicine-change-lead = Lo que tomabas antes queda como está. Aquí empieza una parte nueva. Con la fecha de una parte que ya está, se corrige esa.
medicine-change-why = Por qué, si quieres
medicine-edit = Cambiar los datos
medicine-stop = Dejarlo
medicine-stop-title = { $name }: dejarlo
medicine-stop-on = Primer día sin él
medicine-stop-why = Por qué
medicine-stop-note = Con tus palabras, si quieres
medicine-restart = Volver a tomarlo
medicine-hold = En pausa por indicación médica
medicine-on-hold = en pausa por indicación médica
medicine-remove = Quitar
medicine-more = Más sobre { $name }
medicine-stopped-list = Dejados
medicine-lane = Dosis de los últimos seis meses
kind-prescribed = Con receta
kind-otc = Sin receta
kind-herbal = Hierbas y suplementos
plan-kind-daily = Cada día
plan-kind-weekdays = Algunos días de la semana
plan-kind-every-days = Cada varios días
plan-kind-monthly = Cada mes
plan-kind-taper = Por pasos
plan-kind-as-needed = Si hace falta
plan-at = { $amount } a las { $time }
plan-daily = { $times }, cada día
plan-every-days = { $times }, { $days ->
    [one] cada día
   *[other] cada { $days } días
}
plan-weekdays = { $times }, los { $days }
plan-monthly = { $times }, el día { $day } del mes
plan-step = { $days ->
    [one] { $amount } durante { $days } día
   *[other] { $amount } durante { $days } días
}
plan-taper = { $steps }, a las { $time }
plan-as-needed = { $amount } si hace falta
dose-as-needed = si hace falta
dose-most = anotaste: { $most }
doses-title = Medicamentos
dose-taken = Tomado
dose-late = Tomado más tarde
dose-partly = En parte
dose-skipped = Omitido
dose-why = ¿Por qué? Puedes dejarlo en blanco.
dose-took = He tomado uno
dose-all = Todo tomado
dose-clear = Quitar la marca
dose-took-at = tomado a las { $time }
doses-taken = { $taken } de { $of } marcados como tomados
doses-late = { $count } de ellos más tarde
doses-partly = { $count } en parte
doses-skipped = { $count } omitidos{ $why }
doses-not-recorded = { $count } sin anotar
doses-as-needed = { $count ->
    [one] { $count } vez en { $days } días
   *[other] { $count } veces en { $days } días
}
skip-forgot = se me olvidó
skip-side-effects = efectos secundarios
skip-ran-out = se me acabó
skip-felt-better = me sentía mejor
skip-chose-not-to = preferí no tomarlo
skip-cost = el precio
skip-other = otra cosa
stop-not-enough = no ayudaba lo suficiente
stop-finished = ayudó y ya no hace falta
helped-none = nada
helped-little = un poco
helped-half = la mitad
helped-lot = mucho
helped-fully = del todo
dont-remember = no me acuerdo
known-memory = memoria
known-letter = carta
known-pharmacy = farmacia
known-journal = diario
trial-add = Añadir un tratamiento
trial-print = Imprimir el historial
trial-name = Tratamiento
trial-kind = De qué tipo
trial-kind-medicine = Medicamento
trial-kind-course = Serie de sesiones
trial-kind-therapy = Terapia
trial-kind-other = Otro
trial-episode = Episodio
trial-from = Desde
trial-to = Hasta
trial-ongoing = Sigue
trial-about-right = Las fechas son aproximadas
trial-dose = Dosis más alta, o sesiones
trial-weeks-at = Semanas con esa dosis
trial-with = Junto con
trial-helped = Cuánto ayudó
trial-effects = Efectos secundarios
trial-why = Por qué terminó
trial-known = Se sabe por
trial-weeks = { $weeks ->
    [one] { $weeks } semana
   *[other] { $weeks } semanas
}
trial-now = ahora
trial-until = hasta { $day }
trial-about = aproximadamente { $dates }
trial-ended = terminó: { $why }
trial-edit = Cambiar { $name }
health-allergy = Alergias e intolerancias
health-physical = Enfermedades físicas
health-co-occurring = Otros problemas de salud mental y sustancias
health-episode = Episodios de depresión
health-hospital = Ingresos en el hospital
health-lab = Valores de laboratorio
health-family = Familiares: enfermedades, y qué ayudó
health-pregnancy = Embarazo o lactancia
health-life = Situación de vida
health-text = Qué
health-since = Desde cuándo, o cuándo
health-detail = Quién lo trata, o algo más
health-add = Añadir: { $what }
print-medicines = Mis medicamentos
print-history = Historial de tratamiento
print-lead = A { $day }
print-footer = Anotaciones propias hechas con Daymark; sin verificar; no es un producto sanitario. Hecho el { $day }.
print-nothing = nada anotado
print-name = Medicamento
print-plan = Cómo se toma
print-since = Desde
print-about = Forma, para qué, quién
print-stopped = Dejados este año
print-taken = ¿Tomado según lo recetado? Dosis marcadas, últimos 28 días
print-trials = Historial de tratamiento
print-trial = Tratamiento
print-when = Desde – hasta
print-dose = Dosis más alta, semanas con ella
print-helped = Ayudó
print-effects = Efectos secundarios; por qué terminó
print-known = Se sabe por
page-medicines = Medicamentos
save-medicines = Guardar la lista de medicamentos
save-history = Guardar el historial de tratamiento
file-medicines = Mis medicamentos { $day }.pdf
file-history = Historial de tratamiento { $day }.pdf
act-medicine-new = un medicamento añadido
act-medicine = un medicamento cambiado
act-dose-change = una dosis cambiada
act-medicine-stop = un medicamento dejado
act-unmedicine = un medicamento quitado
act-doses = dosis marcadas
act-trial = un tratamiento del historial
act-untrial = un tratamiento quitado del historial
act-health = una nota de salud
act-unhealth = una nota de salud quitada
fault-amount = Escribe una cantidad con cifras, como 50 o 2,5.
fault-whole = Escribe un número entero de { $min } a { $max }.
fault-weekday = Elige al menos un día de la semana.
fault-same-time = Dos tomas tienen la misma hora. Ponlas juntas como una sola cantidad.
fault-has-doses = { $count ->
    [one] Hay dosis suyas marcadas en { $count } día.
   *[other] Hay dosis suyas marcadas en { $count } días.
} Mejor déjalo: así lo que marcaste sigue siendo verdad.
fault-needs-day = Otra dosis empieza dentro de ese tiempo. Escribe el día, como 14 de octubre de 2026.
medicine-from-then = desde { $day }: { $plan }
dose-took-sometime = tomado
treatment-tab-timeline = Línea de tiempo
treatment-tab-sessions = Sesiones
treatment-tab-therapy = Terapia
treatment-tab-effects = Efectos
medicine-supply = Un suministro que recogí
medicine-supply-on = Recogido el
medicine-supply-days = Días que dura
medicine-supply-left = { $count ->
    [one] queda { $count } día de lo que recogiste
   *[other] quedan { $count } días de lo que recogiste
}
medicine-card = Tarjeta para la cartera
save-medicines-card = Guardar la tarjeta de medicamentos
file-medicines-card = Mis medicamentos, tarjeta { $day }.pdf
card-lead = Corta por la línea. Dobla la mitad de arriba hacia atrás, luego la izquierda hacia atrás.
card-more = más en mi lista
trial-scores = Puntuaciones antes y después
trial-before-after = { $name } { $before } → { $after }
trials-import = Traer una tabla
trials-template = Guardar una tabla vacía
trials-import-lead = Un archivo CSV con una fila para cada tratamiento. La tabla vacía muestra cómo.
file-trials = Historial de tratamientos.csv
trials-example-1 = Sertralina|medicine|Primer episodio|2019-03|2020|no|yes|150 mg|9||half||náuseas|no ayudó bastante|letter
trials-example-2 = TCC|therapy|Primer episodio|2019||no|yes|20 sesiones|||dont-remember|||terminada|memory
trials-imported = { $new ->
    [0] Nada nuevo: ya está todo.
    [one] { $new } tratamiento añadido.
   *[other] { $new } tratamientos añadidos.
} { $known ->
    [0] { "" }
    [one] { $known } ya estaba.
   *[other] { $known } ya estaban.
}
trials-line = línea { $line }: { $why }
trials-large = La tabla es demasiado grande. Divídela en archivos de 2000 filas como mucho.
trials-no-column = Falta la columna “{ $column }”. Guarda una tabla vacía para ver las columnas.
trials-column = La columna “{ $column }” no se conoce. Guarda una tabla vacía para ver las columnas.
trials-cells = La fila tiene más celdas que columnas la tabla. Un texto con coma necesita comillas.
trials-word = “{ $found }” no encaja en la columna “{ $column }”. Déjala vacía, o escribe: { $words }.
act-trials = tratamientos traídos
act-supply = un suministro de un medicamento
health-until = Hasta
medicine-changed-mark = { $said } (antes { $before })

# Treatments typed in a table.
trials-table = Escribir varios a la vez
trials-table-lead = Una fila por tratamiento; lo que no sepas puede quedar vacío. Las fechas pueden ser 2019, 2019-03 o completas. Escribe «ahora» si sigue.
trials-table-episode = Episodio, para todas las filas
trials-table-to = Hasta, o «ahora»
trials-table-cell = { $what }, fila { $row }
trials-kinds = Qué mostrar
trials-kind-medicine = Medicamentos
trials-kind-course = Sesiones
trials-kind-therapy = Terapias
trials-kind-other = Otros
trials-dates = Desde – hasta
trials-dose = Dosis más alta, cuánto tiempo
trials-effects = Efectos secundarios · por qué terminó
trials-no-episode = Sin episodio
act-trials-new = tratamientos añadidos
failure-row = Fila { $number }: { $why }

# When a clinician has a medicine paused.
medicine-hold-lead = Las dosis de estos días no tocan ni se cuentan. Deja vacío el último día mientras dure.
medicine-hold-from = Primer día sin él
medicine-hold-to = Último día sin él
medicine-hold-add = Añadir otra vez
medicine-hold-remove = Quitar esta vez
act-medicine-hold = un medicamento en pausa
fault-stretches = Otro periodo que escribiste abarca algunos de estos días. Cambia uno de los dos.

# A second medicine of the same name.
fault-is-taken = Ya tomas uno con este nombre. Si cambió la dosis, cámbiala en ese. Si tomas dos, añádelo como segundo.
medicine-second = Añadirlo como segundo

# How heavy an episode was, by what it took of daily life.
episode-weight = Cuánto quitó de la vida diaria
episode-mild = apenas molestó
episode-some-effort = casi todo costó algo de esfuerzo
episode-great-effort = casi todo costó mucho esfuerzo
episode-severe = apenas se podía hacer nada
trials-not-noted = sin anotar
trial-form-lead = Solo hace falta el nombre.
health-none-known = Ninguna conocida
