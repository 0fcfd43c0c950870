# Días, tendencias y lo que dicen.
month-before = El mes anterior
month-after = El mes siguiente
month-colour = Mostrar
month-none = Los días rayados no tienen anotación; los que llevan un punto, solo otras anotaciones.
month-rule = De varias anotaciones en un día se muestra { $rule }.
state-days = { $what }: { $count ->
    [one] 1 día
   *[other] { $count } días
}
state-mark = Un rombo marca: { $what }.
month-cell = { $day }: { $said }
month-cell-none = { $day }: sin anotación
month-cell-other = { $day }: solo otras anotaciones
month-said = { $title } en { $month }: { $n } de { $of } días.
back-to-month = Volver al mes

trends-title = Tendencias
span-label = Cuánto tiempo abarca
span-30 = 30 días
span-90 = 90 días
span-365 = Un año
span-all = Todo
as-table = Como tabla
table-day = Día
table-value = Anotado
period = { $from } – { $to }
count-days = { $n } de { $of } { $covers ->
    [night] { $count ->
        [one] noche
       *[other] noches
    }
   *[other] { $count ->
        [one] día
       *[other] días
    }
}
middle = lo habitual: { $middle }
middle-mostly = lo habitual: { $middle }, la mayoría de { $covers ->
    [night] las noches
    [entry] los registros
   *[other] los días
} entre { $low } y { $high }
too-few = pocos días para un valor habitual
a-week = alrededor de { $amount } por semana
higher-better = cuanto más alto, mejor
lower-better = cuanto más bajo, mejor
day-sum = la suma de cada día
day-mean = la media de cada día
day-lowest = el valor más bajo de cada día
day-highest = el valor más alto de cada día
day-main = el principal de cada día (el más largo)
swing = ±{ $swing } de un día a otro
day-last = el último valor de cada día
figure-title = { $tracker }: { $measure }
figure-said = { $title }. { $counted }{ $middle }.
figure-none = { $title }. Nada anotado en este periodo.
no-entries = Todavía no hay nada anotado en este periodo.
changes = Cambios

hours-minutes = { $hours } h { $minutes }
hours = { $hours } h
minutes = { $minutes } min
percent = { $number } %
drinks = { $number ->
    [1] 1 bebida estándar
   *[other] { $number } bebidas estándar
}
decimal-mark = ,

date-whole = { $weekday }, { $day } de { $month } de { $year }
date-day = { $day } { $short }
date-short = { $day } { $short } { $year }
date-heading = { $weekday }, { $day } de { $month }
date-month = { $month } de { $year }
month-1 = enero
month-2 = febrero
month-3 = marzo
month-4 = abril
month-5 = mayo
month-6 = junio
month-7 = julio
month-8 = agosto
month-9 = septiembre
month-10 = octubre
month-11 = noviembre
month-12 = diciembre
short-1 = ene
short-2 = feb
short-3 = mar
short-4 = abr
short-5 = may
short-6 = jun
short-7 = jul
short-8 = ago
short-9 = sep
short-10 = oct
short-11 = nov
short-12 = dic
weekday-1 = lunes
weekday-2 = martes
weekday-3 = miércoles
weekday-4 = jueves
weekday-5 = viernes
weekday-6 = sábado
weekday-7 = domingo
weekday-short-1 = lun
weekday-short-2 = mar
weekday-short-3 = mié
weekday-short-4 = jue
weekday-short-5 = vie
weekday-short-6 = sáb
weekday-short-7 = dom
drink-size = Una son { $grams } g de alcohol: unos { $beer } ml de cerveza (5 %) o { $wine } ml de vino (12 %).
count-since = desde { $day }: { $counted }
first-entry = tu primera anotación, { $day }
begins-on = Tus anotaciones empiezan el { $day }. Vistos desde ahí, los días se distinguen mejor.
from-first = Desde mi primera anotación
trends-which = Qué dibujar
trends-events = Cambios
trends-more = Más
trends-little = Poco o nada que dibujar:
trends-show = Mostrarlos
trends-keys = ← → avanza un día, Intro lo abre, + y − amplían y reducen
trends-legend = Los puntos son tus días; la línea es lo habitual de siete días, si al menos cuatro tienen anotación. Rayado: sin anotación. La banda clara es donde está la mayoría de estos días. Línea de puntos: un cambio con fecha.
trends-read = Leer los gráficos día a día
trends-empty = Todavía no hay nada anotado. Dentro de unos días verás aquí cómo han ido, todos en un mismo eje de tiempo.

# Profiles: by weekday, by time of day.
profile-morning = Mañana, de 5 a 12
profile-afternoon = Tarde, de 12 a 17
profile-evening = Final de la tarde, de 17 a 22
profile-night = Por la noche, de 22 a 5
profile-few = pocos para un valor habitual
profile-entries = { $n } de { $count ->
    [one] { $count } registro
   *[other] { $count } registros
}
profiles-lead = Cómo fue cada día de la semana. La barra es la mitad central; la marca, el valor típico. Las diferencias pequeñas suelen ser azar.
profiles-times = Por hora del día
profiles-empty = Todavía no hay nada que contar por día de la semana.
trends-view = Cómo mirarlo
trends-view-chart = Gráficos
trends-view-table = Tablas
trends-view-week = Días de la semana
trends-zoom-back = Volver a todo
trends-zoom-hint = Arrastra sobre un gráfico para ver más de cerca.

# A chart as a file.
chart-save = Guardar este gráfico
chart-save-of = Guardar { $what }
chart-save-png = Imagen (PNG)
chart-save-svg = Imagen (SVG)
chart-save-csv = Números (CSV)
chart-footer = Anotado por la propia persona con Daymark { $version }; sin verificar; no es un producto sanitario. Hecho el { $day }.
chart-save-short = Guardar …
chart-legend = Los puntos son días; la línea es lo habitual de siete días. Rayado: sin anotación. Los puntos vacíos se anotaron después. Líneas de puntos: cambios.

# Saved views, and one measure over another.
views-title = Vistas guardadas
views-save = Guardar esta vista
views-lead = Qué medidas y cuánto tiempo atrás. Una vista con el mismo nombre se reemplaza.
views-name = Nombre
views-remove = Quitar la vista { $name }
trends-overlay = Una sobre otra
trends-overlay-hint = Con dos medidas, una puede ponerse sobre la otra.
overlay-said = { $first } Encima: { $second }
