# Copias del diario.
backup-title = Copias
backup-lead = Se hace una copia automática una vez al día y mientras escribes. Cada una está cifrada y se abre como el diario.
backup-now = Hacer una copia ahora
backup-made = La copia está hecha y comprobada: { $path }
backup-none = Todavía no hay ninguna copia.
backup-differs = { $count ->
    [one] Una cosa es distinta
   *[other] { $count } cosas son distintas
}{ $days ->
    [0] ; todos los días son iguales
    [one] , en un día
   *[other] , en { $days } días
}.
backup-same = Esta copia dice lo mismo que el diario.
backup-compare = Qué es distinto
backup-restore = Recuperarla
backup-restore-hint = Antes se hace una copia de lo que hay ahora, y lo recuperado se puede deshacer.
backup-drill = Probarla
backup-days = Días que son distintos
restored = { $count ->
    [one] Se recuperó una cosa.
   *[other] Se recuperaron { $count } cosas.
}
drill-fine = Esta copia está entera: { $count } anotaciones.
drill-found = { $found ->
    [one] Una cosa de esta copia no está como se espera.
   *[other] { $found } cosas de esta copia no están como se espera.
}
act-restore = una copia recuperada
backup-second = Un segundo lugar
backup-second-lead = Una memoria USB u otro disco. Cada copia se guarda también allí cuando está conectado.
backup-second-path = Su carpeta
backup-second-set = Usar esta carpeta
backup-second-off = No usarla más
backup-second-none = Allí todavía no hay ninguna copia.
backup-second-latest = La última copia de allí es del { $when }.
failure-not-a-folder = «{ $path }» no es una carpeta que se encuentre ahora. Escribe su ruta entera, desde la / del principio; conecta antes la memoria.
failure-same-place = Esta es la carpeta del propio diario. Elige otro disco, para que lo que le pase a uno deje entero al otro.

repair-from-copy = Se puso en su lugar la copia del { $day }, { $time }.
repair-without-copy = No había ninguna copia; lo que se pudo leer está en un archivo nuevo.
repair-days = { $days ->
    [one] Un día del archivo dañado se pudo leer y traer; es distinto
   *[other] { $days } días del archivo dañado se pudieron leer y traer; son distintos
} de la copia.
repair-unread = { $count ->
    [one] Una anotación del archivo dañado no se pudo leer; vale lo que dice de ella la copia.
   *[other] { $count } anotaciones del archivo dañado no se pudieron leer; vale lo que dice de ellas la copia.
}
repair-kept = El archivo dañado se conserva en { $path }.
act-repair = una reparación

trash-title = Quitado hace poco
trash-lead = Lo que quitaste en los últimos 30 días. Puedes recuperarlo o borrarlo para siempre.
trash-none = No se quitó nada en los últimos 30 días.
trash-entry = { $what }, { $day }
trash-when = Quitado el { $when }
trash-back = Recuperar
trash-erase = Borrar para siempre
trash-sure = Esto no se puede deshacer. También se quita de todas las copias a las que se llega ahora.
trash-yes = Sí, borrarlo
trash-no = No, dejarlo aquí
erased = Borrado, aquí y en todas las copias a las que se llega.
erased-left = Borrado aquí. Puede seguir en { $count ->
    [one] un archivo más antiguo junto al diario (dañado o de un formato anterior)
   *[other] { $count } archivos más antiguos junto al diario (dañados o de un formato anterior)
}, y en copias guardadas en otra parte.
act-erase = una anotación borrada

notice-read-only = En el lugar de tu diario no se puede escribir, así que ahora no se puede cambiar nada. Puedes leerlo todo y guardar copias en otra parte.
notice-cut-off = Daymark se detuvo mientras guardaba. Mira si tu última respuesta está.
notice-synced = Tu diario está en una carpeta que otro programa mantiene igual en varios equipos. Dos programas que escriben en él pueden dañarlo: saca el diario de ahí y lleva ahí las copias.
notice-network = Tu diario está en el disco de otro equipo. Si se corta la conexión puede dañarse: guárdalo en este y lleva ahí las copias.
notice-no-copy = No se pudo hacer la última copia de tu diario. { $why }
