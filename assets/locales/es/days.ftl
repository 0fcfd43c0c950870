# Días: el año, la búsqueda.
days-view = Vista
view-month = Mes
view-year = Año
year-before = El año anterior
year-after = El año siguiente
year-keys = Las flechas recorren los días; Enter abre uno.
day-earlier = El día anterior
day-later = El día siguiente
search-title = Buscar en tus notas
search-hint = Palabras de una nota o de una respuesta
search-found = { $count ->
    [0] No se encontró nada.
    [one] Está en una anotación.
   *[other] Está en { $count } anotaciones.
}
search-more = Está en { $count } anotaciones; se muestran las { $shown } más recientes. Con una palabra más encontrarás menos.
calendar-open = Elegir una fecha
calendar-label = Calendario
calendar-before = El mes anterior
calendar-after = El mes siguiente
day-other = Otro día
