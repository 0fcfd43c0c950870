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
save-pdf = Guardar como PDF
save-csv = Guardar todo como CSV
copy-text = Copiar como texto
copied = Copiado como texto
saved-to = Guardado en { $path }

page-title = Daymark: los últimos { $days } días
page-title-name = Daymark: { $name }, los últimos { $days } días
page-recorded = { $n } de { $of } días anotados
page-paused = { $count ->
    [one] 1 día en una pausa planeada
   *[other] { $count } días en una pausa planeada
}
page-points = De qué quiero hablar
page-no-points = Nada apuntado para esta consulta.
page-summary = En números
page-this = este periodo
page-before = los { $days } días anteriores
page-charts = Día a día
page-changes = Cambios
page-notes = Notas que elegí
page-entries = Lo anotado
page-few = { $values } ({ $counted }; pocos datos para una mediana)
page-none = { $counted }
page-too-few = { $counted }; pocos datos para una mediana
page-figure = { $summary }, { $counted }
page-median = mediana { $median } (RIC { $low }–{ $high })
page-n = n { $n }/{ $of }
page-scale = de { $low } a { $high }
page-missing-glyphs = { $count ->
    [one] Un carácter no se puede imprimir con los tipos de letra de esta página y se muestra como ¤.
   *[other] { $count } caracteres no se pueden imprimir con los tipos de letra de esta página y se muestran como ¤.
}
page-method = Mediana y rango intercuartílico (RIC); n son los días con un valor de los días del periodo. Los días sin anotación se dejan fuera, no cuentan como cero. Una mediana necesita anotaciones al menos en la mitad de los días. Los días de una pausa planeada no cuentan si no se escribió nada; las cantidades por semana se calculan con los días en que se respondió algo más que la primera pregunta y la noche.
page-footer = Autorregistro hecho con Daymark { $version }, para la propia persona y quien la atiende; sin verificar; no es un dispositivo médico. { $period }. Página creada el { $made }.
file-pdf = Daymark { $day }.pdf
file-csv = Daymark { $day } CSV
no-desktop = Ningún escritorio respondió. El archivo está en { $path }
open-file = Abrir
print-file = Imprimir
show-in-folder = Mostrar en la carpeta
save-sheet = Guardar la hoja de recuperación
