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
imported-replaced = { $count ->
    [one] Una anotación dice ahora lo del archivo; la versión anterior queda en su historial.
   *[other] { $count } anotaciones dicen ahora lo del archivo; las versiones anteriores quedan en su historial.
}
import-sides = { $day }, { $what }. Lo tuyo: { $here }. El archivo: { $theirs }.
switched-on = { $what }: activado.
switched-off = { $what }: desactivado. Lo que anotaste se queda.
recorded-off = { $what } está desactivado: lo que anotes se guarda, pero no se muestra. «tracker on { $key }» lo muestra.
series-grams = En gramos de alcohol.
failure-no-country = El alcohol de una bebida estándar depende del país, y falta elegir el tuyo. Elígelo en los ajustes, o con «country ES» en el terminal, y vuelve a intentarlo.
country-set = País: { $country }. Una bebida son { $grams } g de alcohol.
recorded-count = { $count ->
    [0] No se guardó nada: nada cambia respecto a lo que había.
    [one] Se guardó una anotación.
   *[other] Se guardaron { $count } anotaciones.
}
made-demo = Hechas { $count } anotaciones en { $days } días en { $path }
check-fine = El diario está intacto. Anotaciones: { $count }.
check-found = { $count ->
    [one] Hay una cosa mal:
   *[other] Hay { $count } cosas mal:
}
check-contradiction = { $day }, { $what }: el número no corresponde a la respuesta ({ $field }).
check-offset = la zona horaria
check-title = Revisar el diario
check-lead = Busca respuestas que se contradicen, como las que pudo traer un archivo modificado.
check-now = Revisar ahora
check-no-contradiction = No se ha encontrado nada.
check-mend-hint = Cada número toma el de su propia respuesta; lo que no se puede saber queda fuera. Puedes deshacerlo, y la versión anterior queda en el historial.
check-mend-now = Corregir
check-mend = «check --mend» pone en cada número el de su propia respuesta y deja fuera lo que no se puede saber. Se puede deshacer; la versión anterior queda en el historial.
act-mend = corregir anotaciones
mended = { $count ->
    [0] No hay nada que corregir.
    [one] Una anotación corregida. Se puede deshacer.
   *[other] { $count } anotaciones corregidas. Se puede deshacer.
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
