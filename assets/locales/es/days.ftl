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
week-card = Tarjeta de la semana
week-lead = Para una semana sin ordenador: imprímela, y escríbela aquí. Intro baja. Lo que ya está se queda; lo vacío queda vacío.
week-before = La semana anterior
week-after = La semana siguiente
week-print = Imprimir la tarjeta
week-save = Guardar la tarjeta de la semana
file-week = Tarjeta de la semana.pdf
week-nothing = No se escribió nada, así que no se anotó nada.
week-not-a-number = “{ $typed }” no es un número. Escribe cifras, como 7 o 7,5, o déjalo vacío.
week-words = Una palabra sobre un día
week-visit = Para la próxima consulta
week-footer = Deja vacío lo que quieras; lo vacío queda vacío. Para escribirlo: Días, luego Tarjeta de la semana. Hecho con Daymark; no es un dispositivo médico.
