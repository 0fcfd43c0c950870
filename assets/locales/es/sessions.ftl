# Ciclos, terapias y sus sesiones, actividades, sucesos de la vida, la línea de tiempo.
course-ect = TEC
course-rtms = EMT
course-ketamine = Ketamina
course-esketamine = Esketamina
course-stimulation = ENV o ECP
course-light = Fototerapia
course-infusion = Infusión
course-other = Otro ciclo
course-cbt = TCC
course-dbt = TDC
course-ipt = TIP
course-act = ACT
course-cbasp = CBASP
course-mbct = MBCT
course-psychodynamic = Terapia psicodinámica
course-group = Terapia de grupo
course-family = Terapia familiar o de pareja
course-other-therapy = Otra terapia
course-with = { $name }, con { $who }
course-sessions = { $count ->
    [one] { $count } sesión
   *[other] { $count } sesiones
}
course-chart = { $name }, { $count ->
    [one] { $count } sesión
   *[other] { $count } sesiones
}, { $from } – { $to }
course-chart-lead = El día 0 es la primera sesión. Los números de arriba son las sesiones.
course-day-0 = día 0
course-before = { $days } días antes
course-during = El ciclo, del día 0 al { $to }
course-after = Del día { $from } al { $to }
course-add = Añadir un ciclo
course-edit = Cambiar este ciclo
course-add-therapy = Añadir una terapia
course-edit-therapy = Cambiar esta terapia
course-kind = Qué tipo
course-name = Nombre, si el tipo no basta
course-who = Con quién, o dónde
course-details = Lado, protocolo o dosis, como te dijeron
course-rhythm = Con qué frecuencia
course-from = Desde
course-to = Hasta; vacío mientras siga
course-sessions-before = Sesiones antes de la primera que anotes aquí
course-takes-home = Quién me lleva a casa
course-takes-home-said = Me lleva a casa: { $who }.
course-on-charts = Una marca en las gráficas para cada sesión
course-on-pages = Lo que me llevo, en la página para una visita
course-agenda = Lo que quiero llevar
course-agenda-line = Línea { $nth } de lo que quiero llevar
course-remember = Lo que quiero recordar
course-remember-lead = Escríbelo antes de una sesión, con tus palabras. Después puedes ver qué sigue ahí.
course-empty = TEC, EMT, ketamina y otros ciclos: cada sesión con su número, cómo estabas antes y después, y lo que quieres recordar.
therapy-empty = Lo que quieres llevar, lo que te llevas de cada sesión, y lo que quieres probar.
session-add = Escribir sobre una sesión
session-edit = Sesión { $number }: cambiar
session-title = Sesión
session-number = N.º
session-date = Fecha
session-mood = Ánimo antes → después
session-memory-check = Memoria
session-before = Ánimo antes, 0 a 10
session-after = Ánimo después, 0 a 10
session-after-when = Cuándo, después
session-note = Memoria, irrealidad, o qué más notaste
session-takeaways = Lo que me llevo
session-how = Cómo fue, 0 a 10
session-how-said = { $how } de 10
session-nothing = nada escrito
session-memory = { $n } de { $of } de lo que anotaste
session-there = sigue ahí
session-not-then = no entonces
session-remembered = Lo que anotaste antes: ¿sigue ahí?
session-all = Las { $count } sesiones
activity-title = Lo que quiero probar
activity-lead = Está en Hoy los días que elijas. Una parte cuenta, más pequeño cuenta.
activity-add = Planear algo
activity-edit = Cambiar { $name }
activity-what = Qué
activity-agreed-with = Acordado con
activity-agreed = acordado con { $who }
activity-weekdays = Qué días; ninguno para cualquier día
activity-from = Desde
activity-to = Hasta; vacío mientras siga
activity-experiment = Un pequeño experimento: qué espero, y cómo fue
activity-any-day = cualquier día
activity-done = Hecho
activity-partly = En parte
activity-not-this-time = Esta vez no
activity-done-count = { $count } hechas
activity-partly-count = { $count } en parte
activity-not-count = { $count } no
activity-expected-pleasure = Placer que espero
activity-expected-mastery = Logro que espero
activity-pleasure = Placer que fue
activity-mastery = Logro que fue
activity-pleasure-result = Placer: esperado { $expected }, fue { $actual } ({ $count ->
    [one] { $count } día
   *[other] { $count } días
})
activity-mastery-result = Logro: esperado { $expected }, fue { $actual } ({ $count ->
    [one] { $count } día
   *[other] { $count } días
})
activity-mood-result = { $name }: típico { $with } en { $n ->
    [one] { $n } día
   *[other] { $n } días
} con ello, típico { $without } en { $m ->
    [one] { $m } día más
   *[other] { $m } días más
}
activity-past = Antes: { $count }
life-title = Sucesos de la vida
life-lead = Lo que pasó aparte del tratamiento. Se sombrea en todas las gráficas.
life-add = Añadir un suceso
life-what = Qué pasó
life-kind = De qué trata
life-kind-loss = pérdida
life-kind-relationships = personas
life-kind-work = trabajo o estudio
life-kind-home = casa o dinero
life-kind-health = salud
life-kind-other = otra cosa
life-from = Desde, o cuándo
life-to = Hasta; vacío para un solo día
life-ongoing = Sigue
life-impact = Cuánto pesó: −3 muy duro a +3 muy bueno
life-impact-said = { $impact } de 3
life-private = Dejarlo fuera de páginas y exportaciones
timeline-medicines = Medicamentos
timeline-courses = Ciclos
timeline-therapies = Terapias
timeline-events = Sucesos
timeline-stays = Ingresos
timeline-span = Cuánto se muestra
timeline-all = Todo
timeline-5-years = 5 años
timeline-year = Año
timeline-month = Mes
timeline-lead = Más grueso es más, frente a la dosis más alta de ese medicamento. Discontinuo: fechas o dosis de memoria, o solo conocidas por el año. Sombreado: episodios, como los nombraste. Las flechas mueven, + y − amplían.
timeline-label = Línea de tiempo del tratamiento
timeline-empty = Aquí están medicamentos, terapias, ciclos y sucesos en un solo eje cuando los anotas.
timeline-table = En palabras
timeline-stopped = { $count } medicamentos dejados
act-course = un ciclo de tratamiento
act-uncourse = un ciclo quitado
act-session = una sesión
act-unsession = una sesión quitada
act-life = un suceso
act-unlife = un suceso quitado
act-activity = un plan para probar algo
act-unactivity = un plan quitado
act-activity-mark = qué fue de un plan
failure-no-course = Ese ciclo ya no está.
failure-no-activity = Ese plan ya no está.
fault-has-sessions = { $count ->
    [one] Hay { $count } sesión anotada.
   *[other] Hay { $count } sesiones anotadas.
} Ponle un final, o quita antes las sesiones.
timeline-each = Cada medicamento dejado
