# La página para la consulta.
visit-title = Consulta
visit-lead = La página que llevas. Lo que ves es lo que se imprime.
visit-points = De qué quiero hablar
visit-point = Punto { $number }
visit-point-hint = Con tus palabras
visit-name = Nombre en la página
visit-name-hint = Si queda vacío, no se imprime ningún nombre
visit-period = Cuánto tiempo abarca
visit-days = { $days } días
visit-shows = Qué muestra la página
visit-private = no se muestra si no lo marcas, tampoco en los archivos que guardas
visit-notes = Notas que se muestran
visit-notes-none = No hay notas en este periodo.
visit-preview = La página
visit-larger = Ver más grande
save-pdf = Guardar como PDF
save-csv = Guardar todo como CSV
copy-text = Copiar como texto
copied = Copiado como texto
saved-to = Guardado en { $path }

page-recorded = { $n } de { $of } días anotados
page-paused = { $count ->
    [one] 1 día en una pausa planeada
   *[other] { $count } días en una pausa planeada
}
page-points = De qué quiero hablar
page-no-points = Nada apuntado para esta consulta.
page-notes = Notas que elegí
page-entries = Lo anotado
page-scale = de { $low } a { $high }
page-missing-glyphs = { $count ->
    [one] Un carácter no se puede imprimir con los tipos de letra de esta página y se muestra como ¤.
   *[other] { $count } caracteres no se pueden imprimir con los tipos de letra de esta página y se muestran como ¤.
}
page-footer = Autorregistro hecho con Daymark { $version }, para la propia persona y quien la atiende; sin verificar; no es un dispositivo médico. { $period }. Página creada el { $made }.
file-pdf = Daymark { $day }.pdf
file-csv = Daymark { $day } CSV
no-desktop = Ningún escritorio respondió. El archivo está en { $path }
open-file = Abrir
print-file = Imprimir
show-in-folder = Mostrar en la carpeta
save-sheet = Guardar la hoja de recuperación
page-title = Los últimos { $days } días
page-title-since = Desde la consulta del { $day }
page-title-less = Una copia sin nombres ni fechas
page-for = para { $who }
page-day-n = Día { $n }
page-less-identifying = Esta copia deja fuera nombres, fechas y palabras propias.
page-changes = Qué cambió
page-score-first = primera anotada
page-score-last-visit = en la última consulta
page-score-before = antes de este periodo
page-score-now = ahora
page-last-visit = última consulta
page-period-begins = este periodo
page-days = Día a día
page-before-word = antes
page-now-word = desde
page-summary = En números
page-seldom = Anotado muy pocas veces para una cifra: { $list }.
page-taken = tomado
page-skipped = no tomado
page-unknown = sin anotar
page-taken-count = { $count } tomadas
page-skipped-count = { $count } no tomadas
page-unknown-count = { $count } sin anotar
page-times = { $count ->
    [one] { $count } vez
   *[other] { $count } veces
}
page-effect-note = grosor: cuánto molesta
page-helped = Qué ayudó
page-hard = Qué costó
page-experiments = Qué probé
page-takeaways = De la terapia
page-courses = Ciclos y terapias
page-agreed = Acordado hoy
page-gone = Fuera por falta de sitio, sigue en el diario:
page-median = { $median } ({ $low }–{ $high })
page-n = { $n } de { $of }
page-compared = { $title }: { $parts }.
page-than-last = { $direction ->
    [same] igual que en la última consulta
    [lower] { $by } menos que en la última consulta ({ $size ->
        [more] más
       *[less] menos
    } de lo que dos formularios pueden diferir por azar, { $noise })
   *[higher] { $by } más que en la última consulta ({ $size ->
        [more] más
       *[less] menos
    } de lo que dos formularios pueden diferir por azar, { $noise })
}
page-than-first = { $direction ->
    [same] igual que la primera anotada
    [lower] { $by } menos que la primera anotada ({ $size ->
        [more] más
       *[less] menos
    } de lo que dos formularios pueden diferir por azar, { $noise })
   *[higher] { $by } más que la primera anotada ({ $size ->
        [more] más
       *[less] menos
    } de lo que dos formularios pueden diferir por azar, { $noise })
}
page-daily-change = { $name }: lo típico es { $by } { $direction ->
    [higher] más
   *[lower] menos
} que en los días anteriores, más de lo que sus días difieren por azar.
page-support-line = { $name }: { $now }; en formularios anteriores: { $before }.
page-footer-less = Autorregistro hecho con Daymark { $version }; sin verificar; no es un dispositivo médico. Sin nombres, fechas ni palabras propias; quien conoce a la persona puede reconocerla igual.
page-method = 4 (3–5) es la mediana y el rango intercuartílico; n de N son días con un valor de los días del periodo. Los días sin anotación se dejan fuera, no cuentan como cero. Una mediana necesita anotaciones al menos en la mitad de los días. Los días de una pausa planeada no cuentan si no se escribió nada; las cantidades por semana se calculan con los días en que se respondió algo más que la primera pregunta y la noche. Un cambio se dice con palabras solo si es mayor que el azar.
effect-bothers-1 = molesta un poco
effect-bothers-2 = molesta claramente
effect-bothers-3 = molesta mucho
change-began = { $name }: empezó
change-ended = { $name }: terminó
visit-tomorrow = { $count ->
    [0] Tu consulta es mañana.
    [one] Tu consulta es mañana. Hay un punto apuntado.
   *[other] Tu consulta es mañana. Hay { $count } puntos apuntados.
}
visit-today = { $count ->
    [0] Tu consulta es hoy.
    [one] Tu consulta es hoy. Hay un punto apuntado.
   *[other] Tu consulta es hoy. Hay { $count } puntos apuntados.
}
visit-been = ¿Ya fue tu consulta? Puedes apuntar lo acordado.
act-visit-been = una consulta que ya fue
failure-no-visit = Esa consulta ya no está.
visit-preset = Para qué es
visit-preset-follow-up = Seguimiento
visit-preset-first-visit = Primera consulta
visit-preset-sleep-clinic = Clínica del sueño
visit-preset-family = Familia
visit-preset-less-identifying = Menos identificable
visit-since-last = Desde la última consulta ({ $day })
visit-with = Con quién
visit-helped = Qué ayudó
visit-hard = Qué costó
visit-history = Historial de tratamientos y condiciones
visit-less-lead = Los días van numerados, sin nombres ni palabras propias. Quien te conoce puede reconocerlo igual.
visit-language = Idioma de la página
visit-language-own = Como aquí
visit-record = Ya he ido
visit-record-lead = Guarda la página como estaba, con lo acordado. La siguiente empieza el día después.
visit-record-on = Cuándo fue
visit-record-agreed = Qué se acordó
visit-past = Consultas pasadas
visit-past-agreed = Acordado: { $agreed }
visit-past-page = La página como estaba
visit-sheet = Hoja { $n } de { $of }
point-add = Añadir a la próxima consulta
point-added = Añadido a la próxima consulta
page-years = Año a año
page-years-legend = Barras: más grueso es una dosis más alta de ese medicamento. Discontinuo: de memoria, o solo se sabe el año. Sombreado: episodios.
page-title-first = Para una primera consulta
page-no-doses = sin tomas marcadas
page-not-prescribed = sin receta
page-band = Gris detrás de { $name }: { $label }.
page-legend = Rayado: nada anotado. Blanco en un medicamento: no tomado. Fino, de un efecto: estaba, sin valorar. Línea gruesa: donde empieza este periodo.

# Who the page is about, if the patient prints it.
page-about = Fecha de nacimiento y diagnóstico
page-born = fecha de nacimiento: { $day }
page-told = Diagnóstico tal como me lo dijeron: { $diagnosis }
visit-born = Fecha de nacimiento, si quieres que se imprima
visit-diagnosis = Diagnóstico tal como te lo dijeron, y quién
visit-paper = Papel
visit-paper-own = El habitual donde vives
visit-paper-letter = Carta (EE. UU.)

# A passphrase on the file.
protect-open = Guardar con contraseña
protect-title = Un archivo que se abre con contraseña
protect-lead = Para una memoria o un mensaje. Di la contraseña por otra vía que el archivo: por teléfono o en persona.
protect-passphrase = Contraseña de este archivo
protect-note = Se abre en un lector de PDF actual que la pida: Acrobat, Vista Previa, Evince, Firefox, Chrome. Daymark no guarda la contraseña.

# When question 9 was not answered on a page for a first visit.
page-nine-none = La pregunta 9 del PHQ-9 (pensamientos de muerte) no se respondió en estos días.
fault-unfit-for-pdf = Un PDF no puede guardar algunos de estos signos. Usa letras, cifras y espacios, sin emojis.
