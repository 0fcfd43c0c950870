# Traer y sacar.
imported = { $count ->
    [0] Nada nuevo: todo está ya en el diario.
    [one] Se añadió una anotación.
   *[other] Se añadieron { $count } anotaciones.
}
imported-both = { $count ->
    [one] Una es de un día que ya tenía una anotación; se conservan las dos.
   *[other] { $count } son de días que ya tenían una anotación; se conservan las dos.
}
imported-differing = { $count ->
    [one] Una anotación dice otra cosa en el archivo; queda la tuya.
   *[other] { $count } anotaciones dicen otra cosa en el archivo; quedan las tuyas.
}
recorded-count = { $count ->
    [0] No se guardó nada: nada cambia respecto a lo que había.
    [one] Se guardó una anotación.
   *[other] Se guardaron { $count } anotaciones.
}
made-demo = Hechas { $count } anotaciones en { $days } días en { $path }
check-fine = El diario está intacto. Anotaciones: { $count }.
check-found = { $count ->
    [one] Una cosa no está como se espera:
   *[other] { $count } cosas no están como se espera:
}
import-line = { $file }, línea { $line }{ $column ->
    [0] {""}
   *[other] , columna { $column }
}: { $why }
import-foreign = no es una exportación de Daymark; su primera línea es otra. Elige el values.csv de una exportación.
import-cells = celdas encontradas: { $found }; hacen falta { $wanted }; quizá falte una coma o una comilla.
import-not-text = no es texto en UTF-8. Guárdalo otra vez como UTF-8.
import-number = «{ $found }» no es un número.
import-date = «{ $found }» no es una fecha con la forma AAAA-MM-DD.
import-time = «{ $found }» no es una hora con la forma AAAA-MM-DDTHH:MM:SSZ.
import-empty = falta «{ $found }».
import-tracker = aquí no hay ningún registro «{ $found }».
import-differs = esta fila es de la anotación de arriba y dice otra cosa de ella.
import-twice = esta respuesta está dos veces en una anotación.
import-zone = «{ $found }» no es una zona horaria.
import-kind = la respuesta no corresponde a su pregunta.
import-contradicts = el número contradice la respuesta de al lado, su escala o la zona horaria. Toma la fila del archivo tal como se exportó.
import-large = ocupa más de { $limit } MB.
